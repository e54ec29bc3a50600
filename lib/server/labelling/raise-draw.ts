import type { Transaction } from "@/db/client";
import { raiseDrawnStrata } from "@/db/commands/extend-draw";
import { listItemsOfDraw, listStrataOfDraw } from "@/db/queries/labelling/list-draw-parts";
import { listFrozenFrame } from "@/db/queries/labelling/list-frozen-frame";
import type { WorkspaceId } from "@/lib/ids";
import { spreadOf } from "@/lib/labelling/allocate";
import { rankUnits } from "@/lib/labelling/draw";
import { raiseStrata } from "@/lib/labelling/raise-strata";
import { stratumKey } from "@/lib/labelling/stratum";
import type { VerdictCounts } from "@/lib/labelling/verdict-counts";
import { ok, refused, type Result } from "@/lib/result";
import type { Addition } from "./addition";
import { drawDigest, itemRow } from "./draw-part";
import type { StoredDraw } from "./read-draw-record";

/**
 * Takes the next calls of a draw's frame, by their permanent numbers, and sets the probabilities of the
 * items that it has to those of a draw of the larger size.
 *
 * Where calls of the frame have been deleted since, n and N' are those that are left: the chance of an
 * item among what is there.
 */
export async function raiseDraw(
  tx: Transaction,
  workspaceId: WorkspaceId,
  draw: StoredDraw,
  { more, verdicts }: { more: number; verdicts: ReadonlyMap<string, VerdictCounts> },
): Promise<Result<Addition>> {
  const items = await listItemsOfDraw(tx, workspaceId, draw.id);
  const taken = new Set(items.map(({ callId }) => callId));
  const ranked = rankUnits(await listFrozenFrame(tx, workspaceId, draw.id), draw, drawDigest);
  const strata = (await listStrataOfDraw(tx, workspaceId, draw.id)).map((row) => {
    const key = stratumKey(row);
    const left = (ranked.get(key) ?? []).filter(({ callId }) => !taken.has(callId));
    const drawn = items.filter((item) => stratumKey(item) === key).length;
    return { ...row, key, left, before: row, drawn, keptUnits: drawn + left.length };
  });
  const numbers = raiseStrata(strata, draw.allocation, more, verdicts);
  const raised = strata.flatMap(({ key, left, ...stratum }) => {
    const drawn = numbers.get(key) ?? stratum.drawn;
    const units = left.slice(0, drawn - stratum.drawn);
    return units.length === 0 ? [] : [{ ...stratum, had: stratum.drawn, drawn, units }];
  });
  if (raised.length === 0) return refused("conflict", NOTHING_LEFT);
  await raiseDrawnStrata(
    tx,
    workspaceId,
    draw.id,
    raised.map(({ clusterId, part, keptUnits, drawn, had, before }) => {
      const { viable, settled } = verdicts.get(clusterId) ?? { viable: 0, settled: 0 };
      const rate = before.drawn / (before.keptUnits ?? keptUnits);
      const spread = draw.allocation === "neyman" ? spreadOf(viable, settled) : null;
      const factor = had === 0 ? 1 : drawn / keptUnits / rate;
      return { clusterId, part, keptUnits, drawn, spread, factor };
    }),
  );
  const after = items.at(-1)?.position ?? 0;
  const fresh = raised
    .flatMap(({ units, drawn, keptUnits }) =>
      units.map((unit) => ({
        ...unit,
        inclusionProbability: (unit.keptWith * drawn) / keptUnits,
      })),
    )
    .toSorted((a, b) => a.randomNumber - b.randomNumber || (a.callId < b.callId ? -1 : 1))
    .map((unit, index) => itemRow({ ...unit, position: index + 1 }, draw, after));
  return ok({
    rows: { strata: [], frame: [], items: fresh },
    step: {
      part: null,
      frameCalls: null,
      frameHash: null,
      strata: raised.map(({ clusterId, part, drawn }) => ({ clusterId, part, drawn })),
    },
    frameCalls: draw.frameCalls,
    frameHash: draw.frameHash,
  });
}

const NOTHING_LEFT =
  "This draw has taken every call that it may. Extend its frame by the calls that came since, or make a new draw that allows more calls a trace.";
