import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import type { Executor } from "@/db/client";
import { humanFacingRules, workspaces } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { HumanFacingRule } from "@/lib/scope/human-facing";
import type { Scope } from "@/lib/scope/scope";

/** Sets what a workspace's audit looks at unless an address says otherwise; null is everything. */
export async function writeScope(
  executor: Executor,
  workspaceId: WorkspaceId,
  scope: Scope | null,
): Promise<void> {
  await executor.update(workspaces).set({ scope }).where(eq(workspaces.id, workspaceId));
}

/** Sets people's word on an agent or a step; null takes it back. */
export async function writeHumanFacingRule(
  executor: Executor,
  workspaceId: WorkspaceId,
  {
    subject,
    value,
    humanFacing,
  }: Pick<HumanFacingRule, "subject" | "value"> & {
    humanFacing: boolean | null;
  },
  createdBy: string,
): Promise<void> {
  const { subject: subjects, value: values } = humanFacingRules;
  if (humanFacing === null) {
    await executor
      .delete(humanFacingRules)
      .where(
        and(
          eq(humanFacingRules.workspaceId, workspaceId),
          eq(subjects, subject),
          eq(values, value),
        ),
      );
    return;
  }
  await executor
    .insert(humanFacingRules)
    .values({ workspaceId, id: randomUUID(), subject, value, humanFacing, createdBy })
    .onConflictDoUpdate({
      target: [humanFacingRules.workspaceId, subjects, values],
      set: { humanFacing, createdBy },
    });
}
