import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { WorkspaceId } from "@/lib/ids";
import type { LabelQuery } from "@/lib/labelling/label-query";
import type { LabelRecord } from "@/lib/labelling/label-record";

/** A label with the time to the microsecond, as the next page is asked for. */
export type ListedLabel = Omit<LabelRecord, "reasons"> & { reasons: number[] };

/** Stored labels in the order in which they were written, one more than asked for if there is one. */
export async function listLabels(
  executor: Executor,
  workspaceId: WorkspaceId,
  { cursor, limit, draw, current }: LabelQuery,
): Promise<ListedLabel[]> {
  const isCurrent = sql`(NOT label.retracted AND NOT EXISTS (
    SELECT 1 FROM labels later
    WHERE later.workspace_id = label.workspace_id AND later.supersedes = label.id
  ))`;
  const rows = await executor.execute<ListedLabel>(sql`
    SELECT label.id, label.call_id, call.source_trace_id AS trace_id,
      call.source_span_id AS span_id, label.item_id, draw.number AS draw, rater.name AS rater,
      rater.kind AS rater_kind, label.origin, label.verdict, label.reasons, label.note, label.rubric::text AS rubric,
      label.extra, label.propagated_from,
      codebook.version AS codebook_version, label.supersedes, label.retracted,
      ${isCurrent} AS current, label.decision_ms, label.created_at
    FROM labels label
    JOIN calls call ON call.workspace_id = label.workspace_id AND call.id = label.call_id
    JOIN raters rater ON rater.workspace_id = label.workspace_id AND rater.id = label.rater_id
    JOIN codebooks codebook
      ON codebook.workspace_id = label.workspace_id AND codebook.id = label.codebook_id
    LEFT JOIN draw_items item
      ON item.workspace_id = label.workspace_id AND item.id = label.item_id
    LEFT JOIN draws draw ON draw.workspace_id = item.workspace_id AND draw.id = item.draw_id
    WHERE label.workspace_id = ${workspaceId}
      ${cursor === null ? sql`` : sql`AND (label.created_at, label.id) > (${cursor.value}::timestamptz, ${cursor.id}::uuid)`}
      ${draw === null ? sql`` : sql`AND draw.number = ${draw}`}
      ${current ? sql`AND ${isCurrent}` : sql``}
    ORDER BY label.created_at, label.id
    LIMIT ${limit + 1}`);
  return [...rows];
}
