import { getDraw } from "@/db/queries/labelling/get-draw";
import type { WorkspaceId } from "@/lib/ids";
import { SEE_ALL, type Sight } from "@/lib/labelling/blind";
import { refused } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { refusalResponse } from "@/lib/server/edge";
import { parseDrawNumber } from "./parse-draw-number";
import { readDrawRecord } from "./read-draw-record";

/**
 * A draw's record as JSON; see `DrawRecord`. It says nothing of labels but the spread that Neyman's
 * allocation went by, which is left out for whom everybody's labels are not to be seen.
 */
export async function answerDrawRecord(
  workspaceId: WorkspaceId,
  number: unknown,
  sight: Sight = SEE_ALL,
): Promise<Response> {
  const parsed = parseDrawNumber(number);
  if (!parsed.ok) return refusalResponse(parsed);
  const record = await getDatabase().transaction(
    async (tx) => {
      const draw =
        parsed.value === null ? null : await getDraw(tx, workspaceId, { number: parsed.value });
      return draw && readDrawRecord(tx, workspaceId, draw);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  if (!record) return refusalResponse(refused("not_found", "There is no such draw."));
  const headers = { "content-disposition": `inline; filename="draw-${record.draw}.json"` };
  if (sight.labels === "all") return Response.json(record, { headers });
  const strata = record.strata.map((stratum) => ({ ...stratum, spread: null }));
  return Response.json({ ...record, strata }, { headers });
}
