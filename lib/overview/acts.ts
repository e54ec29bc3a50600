import { groupBy } from "./group-by";

/** What is counted of an act within a cluster. */
export interface ActCount {
  readonly act: string;
  readonly calls: number;
  readonly errored: number;
  readonly agents: readonly string[];
}

/** The acts of some kinds, the most frequent first. */
export function listActs(
  kinds: readonly {
    readonly act: string;
    readonly calls: number;
    readonly errored: number;
    readonly agent: string | null;
  }[],
): ActCount[] {
  return [...groupBy(kinds, ({ act }) => act)]
    .map(([act, own]) => ({
      act,
      calls: own.reduce((sum, { calls }) => sum + calls, 0),
      errored: own.reduce((sum, { errored }) => sum + errored, 0),
      agents: [...new Set(own.flatMap(({ agent }) => agent ?? []))].toSorted(),
    }))
    .toSorted((a, b) => b.calls - a.calls || (a.act < b.act ? -1 : 1));
}
