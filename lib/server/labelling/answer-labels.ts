import { listLabels, type ListedLabel } from "@/db/queries/labelling/list-labels";
import type { WorkspaceId } from "@/lib/ids";
import { LABEL_ORDER, parseLabelQuery } from "@/lib/labelling/label-query";
import { LABEL_COLUMNS, type LabelRecord } from "@/lib/labelling/label-record";
import { writeCursor } from "@/lib/paging/cursor";
import { getDatabase } from "@/lib/server/database";
import { refusalResponse } from "@/lib/server/edge";
import { readParams } from "@/lib/server/read-params";
import { answerRows } from "@/lib/server/stream-rows";

/** One page of labels for the API: everybody's, for whoever holds the workspace's key. */
export async function answerLabels(workspaceId: WorkspaceId, request: Request): Promise<Response> {
  const asked = readParams(request);
  if (!asked.ok) return refusalResponse(asked);
  const query = parseLabelQuery(asked.value.params);
  if (!query.ok) return refusalResponse(query);
  const { limit } = query.value;
  const found = await listLabels(getDatabase(), workspaceId, query.value);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next =
    last && found.length > limit
      ? writeCursor({ value: last.created_at, id: last.id, before: false }, LABEL_ORDER)
      : null;
  return answerRows(rows.map(toRecord), LABEL_COLUMNS, { next, format: asked.value.format });
}

const toRecord = (row: ListedLabel): LabelRecord => ({
  ...row,
  reasons: row.reasons.map(String),
  created_at: new Date(row.created_at).toISOString(),
});
