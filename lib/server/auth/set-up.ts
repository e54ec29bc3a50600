import { randomUUID } from "node:crypto";
import { z } from "zod";
import { credentials, users } from "@/db/schema";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { getAuth } from "./auth";
import { redeemSetupLink } from "./setup-link";

export const SetUpInput = z.object({
  token: z.string().min(1),
  name: z.string().trim().min(1, "Say what your colleagues call you").max(100),
  email: z.email("This is not an email address").trim().toLowerCase(),
  password: z.string().min(10, "Use at least 10 characters").max(128, "At most 128 characters"),
});

/**
 * Makes the owner's account from a one-time set-up link. The link is used up in the same
 * transaction, so that it lets in one person and no half of one.
 */
export async function setUp(input: unknown): Promise<Result<{ email: string }>> {
  const parsed = SetUpInput.safeParse(input);
  if (!parsed.success) return refused("invalid", z.prettifyError(parsed.error));
  const { token, name, email, password } = parsed.data;
  const hash = await (await getAuth().$context).password.hash(password);
  const id = randomUUID();
  const done = await getDatabase().transaction(async (tx) => {
    if (!(await redeemSetupLink(tx, token))) return false;
    await tx.insert(users).values({ id, name, email, emailVerified: false });
    await tx.insert(credentials).values({
      id: randomUUID(),
      userId: id,
      accountId: id,
      providerId: "credential",
      password: hash,
    });
    return true;
  });
  if (!done) {
    return refused(
      "forbidden",
      "This set-up link has been used or is too old. Start Assay again: it prints a new one while there is no owner.",
    );
  }
  return ok({ email });
}
