import type { OutcomeFact, SpanRecord } from "@/lib/spans/span";
import type { CallGroup } from "./call-twins";
import type { TraceTree } from "./trace-tree";

export type Outcomes = {
  /** By the span id of the call. */
  ofCall: ReadonlyMap<string, boolean>;
  /** By span id, as it was stated of the span. */
  ofSpan: ReadonlyMap<string, boolean>;
  ofRun: boolean | null;
};

type Said = { fact: OutcomeFact; depth: number };

/**
 * Which call each outcome belongs to: the one whose answer it names, the one it was stated of, the
 * only one below the span it was stated of; else it is the run's, where what was stated nearest the
 * root counts.
 */
export function settleOutcomes(tree: TraceTree, groups: readonly CallGroup[]): Outcomes {
  const homes = new Map(
    groups.flatMap((group) => group.map((span) => [span.spanId, group[0].spanId])),
  );
  const answers = new Map(
    groups.flatMap((group) =>
      group.flatMap(({ responseId }) =>
        responseId === null ? [] : [[responseId, group[0].spanId]],
      ),
    ) as [string, string][],
  );
  const below = callsBelow(tree, groups);
  const ofCall = new Map<string, Said[]>();
  const ofSpan = new Map<string, Said[]>();
  const ofRun: Said[] = [];
  for (const { span, fact } of factsOf(tree)) {
    const depth = span.spanId === "" ? -1 : tree.ancestorsOf(span.spanId).length;
    const said = { fact, depth };
    if (span.spanId !== "") add(ofSpan, span.spanId, said);
    const home = callOf(span, fact, homes, answers, below);
    if (home === null) ofRun.push(said);
    else add(ofCall, home, said);
  }
  const settled = (from: Map<string, Said[]>) =>
    new Map(
      [...from].flatMap(([id, list]) => {
        const value = agreed(list.map(({ fact }) => fact));
        return value === null ? [] : [[id, value] as const];
      }),
    );
  const top = Math.min(...ofRun.map(({ depth }) => depth));
  const run = agreed(ofRun.filter(({ depth }) => depth === top).map(({ fact }) => fact));
  return { ofCall: settled(ofCall), ofSpan: settled(ofSpan), ofRun: run };
}

function callOf(
  span: SpanRecord,
  fact: OutcomeFact,
  homes: ReadonlyMap<string, string>,
  answers: ReadonlyMap<string, string>,
  below: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  if (fact.responseId !== null) return answers.get(fact.responseId) ?? null;
  if (fact.target === "trace" || span.spanId === "") return null;
  const own = homes.get(span.spanId);
  if (own !== undefined) return own;
  const calls = below.get(span.spanId);
  return calls?.size === 1 ? ([...calls][0] ?? null) : null;
}

/** Statements about right or wrong, of each id the latest alone. */
function factsOf(tree: TraceTree): { span: SpanRecord; fact: OutcomeFact }[] {
  const spans = tree.run === null ? tree.spans : [tree.run, ...tree.spans];
  const all = spans.flatMap((span) => span.outcomes.map((fact) => ({ span, fact })));
  const latest = new Map<string, string>();
  for (const { fact } of all)
    if (fact.id !== null && (fact.at ?? "") > (latest.get(fact.id) ?? ""))
      latest.set(fact.id, fact.at ?? "");
  return all.filter(
    ({ fact }) =>
      fact.value !== null && (fact.id === null || (fact.at ?? "") === (latest.get(fact.id) ?? "")),
  );
}

function callsBelow(tree: TraceTree, groups: readonly CallGroup[]) {
  const below = new Map<string, Set<string>>();
  for (const [own] of groups)
    for (const { spanId } of tree.ancestorsOf(own.spanId)) {
      const set = below.get(spanId) ?? new Set();
      below.set(spanId, set.add(own.spanId));
    }
  return below;
}

/** What all say; if they differ, what all of the latest say; else unknown. */
function agreed(facts: readonly OutcomeFact[]): boolean | null {
  const unanimous = (list: readonly OutcomeFact[]): boolean | null => {
    const [first] = list;
    return first !== undefined && list.every(({ value }) => value === first.value)
      ? first.value
      : null;
  };
  const last = facts.reduce((at, fact) => ((fact.at ?? "") > at ? (fact.at ?? "") : at), "");
  return unanimous(facts) ?? unanimous(facts.filter(({ at }) => (at ?? "") === last));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
