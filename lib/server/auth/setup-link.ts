import { createHash, randomBytes } from "node:crypto";
import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { setupLinks, users } from "@/db/schema";

const digest = (token: string) => createHash("sha256").update(token).digest("hex");

/** How long a set-up link stays good; every start prints a new one while there is no owner. */
const GOOD_FOR = sql`interval '24 hours'`;

/**
 * Makes a one-time set-up link, and ends the earlier ones.
 *
 * @returns its token, or null when somebody has already set Assay up.
 */
export async function issueSetupLink(executor: Executor): Promise<string | null> {
  const [people] = await executor.select({ count: count() }).from(users);
  if (people && people.count > 0) return null;
  const token = randomBytes(24).toString("base64url");
  await executor.delete(setupLinks).where(isNull(setupLinks.usedAt));
  await executor.insert(setupLinks).values({ tokenHash: digest(token) });
  return token;
}

const isOpen = (token: string) =>
  and(
    eq(setupLinks.tokenHash, digest(token)),
    isNull(setupLinks.usedAt),
    gt(setupLinks.createdAt, sql`now() - ${GOOD_FOR}`),
  );

/** Whether a token would still let somebody in. */
export async function isSetupLinkOpen(executor: Executor, token: string): Promise<boolean> {
  const rows = await executor
    .select({ one: sql`1` })
    .from(setupLinks)
    .where(isOpen(token));
  return rows.length > 0;
}

/** Uses a link up; false when it was not open. Two at once: one of them gets true. */
export async function redeemSetupLink(executor: Executor, token: string): Promise<boolean> {
  const rows = await executor
    .update(setupLinks)
    .set({ usedAt: new Date() })
    .where(isOpen(token))
    .returning({ used: setupLinks.usedAt });
  return rows.length > 0;
}
