import { z } from "zod";

/** What somebody says of themselves to come in for the first time. */
export const NewAccount = z.object({
  name: z.string().trim().min(1, "Say what your colleagues call you").max(100),
  email: z.string().trim().toLowerCase().pipe(z.email("This is not an email address")),
  password: z.string().min(10, "Use at least 10 characters").max(128, "At most 128 characters"),
});
