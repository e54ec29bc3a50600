import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { listLabellers } from "@/db/queries/labelling/list-labellers";
import { raters } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { ok, refused, type Result } from "@/lib/result";

/**
 * The raters of these members, in the order given; made for those who never labelled. Refused when one
 * of them is no member, or may not label.
 */
export async function chooseRaters(
  tx: Transaction,
  workspaceId: WorkspaceId,
  userIds: readonly string[],
): Promise<Result<RowId[]>> {
  const labellers = new Map((await listLabellers(tx, workspaceId)).map((row) => [row.userId, row]));
  const chosen = [...new Set(userIds)];
  const people = chosen.flatMap((id) => labellers.get(id) ?? []);
  if (people.length < chosen.length) {
    return refused(
      "conflict",
      "One of the people chosen is no longer in the workspace, or may not label. Reload and choose again.",
    );
  }
  await tx
    .insert(raters)
    .values(
      people.map(({ userId, name }) => ({
        workspaceId,
        id: randomUUID(),
        kind: "member" as const,
        name,
        userId,
      })),
    )
    .onConflictDoNothing({ target: [raters.workspaceId, raters.userId] });
  const ids = people.map(({ userId }) => userId);
  const rows = await tx
    .select({ id: raters.id, userId: raters.userId })
    .from(raters)
    .where(and(eq(raters.workspaceId, workspaceId), inArray(raters.userId, ids)));
  const byUser = new Map(rows.map((row) => [row.userId, row.id]));
  return ok(ids.flatMap((id) => byUser.get(id) ?? []));
}
