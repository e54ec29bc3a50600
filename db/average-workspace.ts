import { type SQL, sql } from "drizzle-orm";

/**
 * The id of a workspace, in a form that the planner cannot look up in its statistics. Of a workspace
 * that has grown since they were made they know nothing: the planner would take the whole of it for
 * one row, and any index that begins with the workspace for as good as the right one. Not seeing
 * which it is, it plans for a workspace of average size.
 */
export const averageWorkspace = (workspaceId: string): SQL => sql`(SELECT ${workspaceId}::uuid)`;
