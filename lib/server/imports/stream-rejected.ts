import { listRejected } from "@/db/queries/imports/list-rejected";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";

const PAGE = 1000;

/** Everything that was rejected, as JSONL: `{line, record, why, reason, excerpt}`. */
export function streamRejected(workspaceId: WorkspaceId, importId: RowId): Response {
  const encoder = new TextEncoder();
  let afterOrdinal = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const page = { afterOrdinal, limit: PAGE };
      const rows = await listRejected(getDatabase(), workspaceId, importId, page);
      const last = rows.at(-1);
      if (!last) return controller.close();
      afterOrdinal = last.ordinal;
      const lines = rows.map(({ ordinal, line, why, reason, excerpt }) =>
        JSON.stringify({ line, record: ordinal, why, reason, excerpt }),
      );
      controller.enqueue(encoder.encode(`${lines.join("\n")}\n`));
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="rejected-${importId}.jsonl"`,
    },
  });
}
