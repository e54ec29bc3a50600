/** What a scope holds, and what of it a draw leaves out and why. The parts add up to `calls`. */
export type FrameCounts = {
  calls: number;
  /** What can be drawn, and the traces and clusters it lies in. */
  drawable: number;
  traces: number;
  clusters: number;
  /** Failed before the model answered. */
  errored: number;
  /** Not failed, but without an answer or without messages. */
  withoutText: number;
  /** Of traces of which records are still coming. */
  waiting: number;
  waitingTraces: number;
};

/** Why there is nothing to draw, and what to do about it. */
export function nothingToDraw(counts: FrameCounts): string {
  if (counts.calls === 0) {
    return "There is no call to draw: nothing has been imported that lies in this scope. Import traces first, or widen the scope.";
  }
  if (counts.waiting > 0) {
    return `There is no call to draw yet: ${counts.waiting} calls lie in traces that are still arriving. Draw in a few minutes.`;
  }
  return "There is no call to draw: none in this scope has a text to judge. Import traces with their messages first, or widen the scope.";
}
