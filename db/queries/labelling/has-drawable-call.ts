import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { inFrame, isDrawable } from "./frame-condition";

/** Whether there is any call that a draw could take. */
export async function hasDrawableCall(
  executor: Executor,
  workspaceId: WorkspaceId,
): Promise<boolean> {
  const rows = await executor.execute(sql`
    SELECT 1 FROM ${inFrame(workspaceId, { scope: WHOLE_SCOPE, rules: [] })} AND ${isDrawable} LIMIT 1`);
  return rows.length > 0;
}
