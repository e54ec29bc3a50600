import { sql, type SQL } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/ids";
import type { DeletionScope } from "@/lib/deletion/deletion-scope";

/** When a call or span happened: without a time of its own, when its run ended, else when it came. */
const momentOf = (alias: SQL) => sql`coalesce(${alias}.started_at, (
  SELECT coalesce(run.ended_at, run.started_at) FROM traces run
  WHERE run.workspace_id = ${alias}.workspace_id AND run.id = ${alias}.trace_id), ${alias}.created_at)`;

/** Whether a row itself is what was asked to go. The alias is that of `calls` or `spans`. */
export function isNamed(alias: SQL, workspaceId: WorkspaceId, scope: DeletionScope): SQL {
  const own = sql`${alias}.workspace_id = ${workspaceId}`;
  if (scope.what === "import") return sql`(${own} AND ${alias}.import_id = ${scope.subject})`;
  if (scope.what === "trace") return sql`(${own} AND ${alias}.trace_id = ${scope.subject})`;
  const cutoff = sql`${scope.subject}::timestamptz`;
  return sql`(${own} AND (${alias}.started_at < ${cutoff}
    OR (${alias}.started_at IS NULL AND ${momentOf(alias)} < ${cutoff})))`;
}

/** The call of a row in `spans`: they share trace and source id, and the span has settled. */
const areOne = (call: SQL, span: SQL) =>
  sql`(${span}.workspace_id = ${call}.workspace_id AND ${span}.trace_id = ${call}.trace_id
    AND ${span}.source_span_id = ${call}.source_span_id AND ${span}.settled_id IS NOT NULL)`;

/** Whether a call goes: it is named, or the span that made it is. */
export const isDoomedCall = (call: SQL, workspaceId: WorkspaceId, scope: DeletionScope): SQL =>
  sql`(${isNamed(call, workspaceId, scope)} OR EXISTS (
    SELECT 1 FROM spans maker WHERE ${areOne(call, sql`maker`)}
      AND ${isNamed(sql`maker`, workspaceId, scope)}))`;

/** Whether a span goes: it is named, or the call that it made is. */
export const isDoomedSpan = (span: SQL, workspaceId: WorkspaceId, scope: DeletionScope): SQL =>
  sql`(${isNamed(span, workspaceId, scope)} OR EXISTS (
    SELECT 1 FROM calls made WHERE ${areOne(sql`made`, span)}
      AND ${isNamed(sql`made`, workspaceId, scope)}))`;
