import type { CellEstimate } from "./share-cell";
import type { ShareUnit } from "./share-item";
import { countTraces, type Share, type ShareCounts } from "./share-result";
import { isCensus, type TraceEffect } from "./trace-effect";

/** Below this the reader is told how little the interval rests on. */
const FEW_TRACES = 10;

/** How the interval of some cells was made, and what one must know to read it. */
export function describeMethod(
  unit: ShareUnit,
  counts: ShareCounts,
  cells: readonly CellEstimate[],
  { independent, unanimous }: TraceEffect,
): Pick<Share, "method" | "why"> {
  const weighing = cells.filter(({ weight }) => weight > 0);
  if (weighing.length === 0) return { method: "none", why: whyNothing(unit, counts, cells.length) };
  const sampled = weighing.filter((cell) => !isCensus(cell));
  if (sampled.length === 0) return { method: "census", why: null };
  const used = sampled.flatMap((cell) => cell.used);
  const traces = countTraces(used);
  if (independent || unanimous) {
    const method = weighing.length === 1 ? "wilson" : "stratified";
    return { method, why: independent ? null : whyUnanimous(traces, used.length) };
  }
  const why = traces < FEW_TRACES ? `Only ${traces} traces stand behind the interval.` : null;
  return { method: "bootstrap over traces", why };
}

const whyUnanimous = (traces: number, items: number): string =>
  traces < items
    ? `Drawing the traces again shows no spread, so the interval takes the ${traces} traces as the sample.`
    : "Drawing the traces again shows no spread, so the interval takes the effective number of items as the sample.";

function whyNothing(unit: ShareUnit, counts: ShareCounts, cells: number): string {
  const labelled = counts.viable + counts.noModelNeeded + counts.unsure + counts.notViable;
  if (labelled === 0) return "No call is labelled yet.";
  return cells > 0 || unit === "call types"
    ? "The labelled calls weigh nothing in this unit."
    : `The ${unit} of the labelled calls, or of their strata, are not known.`;
}
