import { type SQL, sql } from "drizzle-orm";
import { averageWorkspace } from "@/db/average-workspace";
import type { WorkspaceId } from "@/lib/ids";

/**
 * What to read `calls` from, where the calls of one fingerprint (`given.fingerprint`) are looked at:
 * these are looked up before any condition of a list is, for which the planner may know a worse way.
 */
export const alikeCalls = (workspaceId: WorkspaceId): SQL => sql`(
  SELECT * FROM calls WHERE calls.workspace_id = ${averageWorkspace(workspaceId)}
    AND calls.fingerprint = given.fingerprint OFFSET 0) AS calls`;
