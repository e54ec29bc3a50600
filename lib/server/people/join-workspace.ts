import { z } from "zod";
import { writeAccount } from "@/db/commands/write-account";
import { NewAccount } from "@/lib/accounts/new-account";
import { ok, refused, type Result } from "@/lib/result";
import { hashPassword } from "@/lib/server/auth/hash-password";
import { getDatabase } from "@/lib/server/database";
import type { User } from "@/lib/server/gate";
import { redeemInvitation } from "./redeem-invitation";

const Secret = z.string().min(1).max(200);

/** Brings somebody who is signed in into the workspace of an invitation. */
export async function joinWorkspace(
  user: Pick<User, "id" | "name">,
  secret: unknown,
): Promise<Result<{ slug: string }>> {
  const parsed = Secret.safeParse(secret);
  if (!parsed.success) return refused("not_found", "There is no such invitation.");
  return getDatabase().transaction((tx) =>
    redeemInvitation(tx, parsed.data, async () => ok({ id: user.id, name: user.name })),
  );
}

/**
 * Makes an account by an invitation and brings it into the workspace. Nothing is half done: a
 * refused invitation leaves no account, a refused account leaves the invitation open.
 */
export async function joinAsNewPerson(
  secret: unknown,
  input: unknown,
): Promise<Result<{ slug: string; email: string }>> {
  const parsed = Secret.safeParse(secret);
  if (!parsed.success) return refused("not_found", "There is no such invitation.");
  const account = NewAccount.safeParse(input);
  if (!account.success) {
    return refused("invalid", account.error.issues.map(({ message }) => message).join(". "));
  }
  const { name, email, password } = account.data;
  const passwordHash = await hashPassword(password);
  const joined = await getDatabase().transaction((tx) =>
    redeemInvitation(tx, parsed.data, async () => {
      const id = await writeAccount(tx, { name, email, passwordHash });
      if (id !== null) return ok({ id, name });
      const why = `There is an account with the email ${email} already. Sign in with it to join.`;
      return refused("conflict", why);
    }),
  );
  return joined.ok ? ok({ ...joined.value, email }) : joined;
}
