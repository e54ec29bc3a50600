import { getDraw } from "@/db/queries/labelling/get-draw";
import { listFrozenFrame } from "@/db/queries/labelling/list-frozen-frame";
import { checkRecord, type DrawCheck } from "@/lib/labelling/check-record";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import type { Membership } from "@/lib/server/gate";
import { drawDigest } from "./draw-part";
import { frameHashOf } from "./frame-hash";
import { parseDrawNumber } from "./parse-draw-number";
import { readDrawRecord } from "./read-draw-record";

/** Draws a draw again from its record, all of one moment, and says whether it comes out the same. */
export async function checkDraw(
  { workspaceId }: Pick<Membership, "workspaceId">,
  number: unknown,
): Promise<Result<DrawCheck>> {
  const parsed = parseDrawNumber(number);
  if (!parsed.ok) return parsed;
  return getDatabase().transaction(
    async (tx) => {
      const draw =
        parsed.value === null ? null : await getDraw(tx, workspaceId, { number: parsed.value });
      if (draw === null) return refused("not_found", "There is no such draw.");
      const record = await readDrawRecord(tx, workspaceId, draw);
      const frame = await listFrozenFrame(tx, workspaceId, draw.id);
      const hash = frameHashOf(frame.map(({ callId }) => callId));
      return ok(checkRecord(record, frame, hash, drawDigest));
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
