import { z } from "zod";
import { writeAccount } from "@/db/commands/write-account";
import { NewAccount } from "@/lib/accounts/new-account";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { hashPassword } from "./hash-password";
import { redeemSetupLink } from "./setup-link";

const Input = NewAccount.extend({ token: z.string().min(1) });

/**
 * Makes the owner's account from a one-time set-up link. The link is used up in the same
 * transaction, so that it lets in one person and no half of one.
 */
export async function setUp(input: unknown): Promise<Result<{ email: string }>> {
  const parsed = Input.safeParse(input);
  if (!parsed.success) return refused("invalid", z.prettifyError(parsed.error));
  const { token, name, email, password } = parsed.data;
  const passwordHash = await hashPassword(password);
  const done = await getDatabase().transaction(async (tx) => {
    if (!(await redeemSetupLink(tx, token))) return false;
    return (await writeAccount(tx, { name, email, passwordHash })) !== null;
  });
  if (!done) {
    return refused(
      "forbidden",
      "This set-up link has been used or is too old. Start Assay again: it prints a new one while there is no owner.",
    );
  }
  return ok({ email });
}
