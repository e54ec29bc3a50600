import { z } from "zod";

/** The parameters with which a file is sent. */
export const UploadQuery = z.object({
  name: z.string().min(1).max(200).catch("unnamed"),
  format: z.string().max(40).optional(),
  mapping: z.string().min(1).max(200).optional(),
  import: z.uuid().optional(),
});
