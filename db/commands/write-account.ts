import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import { credentials, users } from "@/db/schema";

/**
 * Writes an account that signs in with email and password. Only the set-up link and invitations
 * lead here.
 *
 * @param account.passwordHash as the accounts library hashes
 * @returns its id; null when the email has an account already, and nothing is written then.
 */
export async function writeAccount(
  tx: Transaction,
  account: { name: string; email: string; passwordHash: string },
): Promise<string | null> {
  const { name, email, passwordHash } = account;
  const id = randomUUID();
  const made = await tx
    .insert(users)
    .values({ id, name, email, emailVerified: false })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (made.length === 0) return null;
  await tx.insert(credentials).values({
    id: randomUUID(),
    userId: id,
    accountId: id,
    providerId: "credential",
    password: passwordHash,
  });
  return id;
}
