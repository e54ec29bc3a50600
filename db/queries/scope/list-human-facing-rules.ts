import { asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { humanFacingRules } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import type { HumanFacingRule } from "@/lib/scope/human-facing";

/** People's word on which agents and steps talk to a person. */
export function listHumanFacingRules(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<HumanFacingRule[]> {
  const { subject, value, humanFacing } = humanFacingRules;
  return executor
    .select({ subject, value, humanFacing })
    .from(humanFacingRules)
    .where(eq(humanFacingRules.workspaceId, workspaceId))
    .orderBy(asc(subject), asc(value));
}
