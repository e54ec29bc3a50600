import { sameJson } from "@/lib/calls/canonical";
import { messageText } from "@/lib/calls/message-text";
import type { SpanRecord } from "@/lib/spans/span";
import { contentOf } from "./content-of";

/** The spans that are views of one real call: the call's own first, then outwards. */
export type CallGroup = readonly [SpanRecord, ...SpanRecord[]];

/** A view may end this long after the one around it: clocks and callbacks are not exact. */
const SLACK_NS = 20_000_000n;

/**
 * Joins groups that are one call seen twice, neither inside the other: a gateway beside its client,
 * or two instrumentations. They bear one answer id, or they come from two scopes, say the same
 * and lie one within the other in time. The shorter one is the call. Groups come by start.
 */
export function joinTwins(groups: readonly CallGroup[]): CallGroup[] {
  const several = new Set(groups.map(([own]) => own.scope)).size > 1;
  const places = new Map<string, number>();
  const joined: CallGroup[] = [];
  for (const group of groups) {
    const marks = [...answerMarks(group), ...(several ? contentMarks(group) : [])];
    const place = marks
      .map((mark) => places.get(mark))
      .find((at) => at !== undefined && areTwins(joined[at], group));
    if (place === undefined) joined.push(group);
    else joined[place] = together(joined[place] ?? group, group);
    for (const mark of marks) places.set(mark, place ?? joined.length - 1);
  }
  return joined;
}

const answerMarks = (group: CallGroup): string[] =>
  group.flatMap(({ responseId }) => (responseId === null ? [] : [`id ${responseId}`]));

/** Cheap to compare; what bears the same mark is then compared whole. */
function contentMarks(group: CallGroup): string[] {
  return group.flatMap((span) => {
    const { messages, response } = contentOf(span);
    if (messages === null || response === null) return [];
    const [last] = messages.slice(-1);
    const texts = [response, ...(last === undefined ? [] : [last])].map(messageText);
    return [JSON.stringify([messages.length, ...texts])];
  });
}

const sayTheSame = (a: CallGroup, b: CallGroup): boolean =>
  a.some((one) => b.some((other) => sameJson(contentOf(one), contentOf(other))));

function areTwins(a: CallGroup | undefined, b: CallGroup): boolean {
  if (a === undefined) return false;
  const ids = (group: CallGroup) => answerMarks(group)[0] ?? null;
  const [one, two] = [ids(a), ids(b)];
  if (one !== null && two !== null) return one === two;
  const [first, second] = [a[0], b[0]];
  if (first.scope === second.scope) return false;
  return (within(first, second) || within(second, first)) && sayTheSame(a, b);
}

function within(inner: SpanRecord, outer: SpanRecord): boolean {
  const { startNs, endNs } = inner;
  if (startNs === null || endNs === null || outer.startNs === null || outer.endNs === null)
    return false;
  return (
    BigInt(startNs) + SLACK_NS >= BigInt(outer.startNs) &&
    BigInt(endNs) <= BigInt(outer.endNs) + SLACK_NS
  );
}

function together(a: CallGroup, b: CallGroup): CallGroup {
  return lengthOf(b[0]) < lengthOf(a[0]) ? [...b, ...a] : [...a, ...b];
}

const lengthOf = ({ startNs, endNs }: SpanRecord): bigint =>
  startNs === null || endNs === null ? 1n << 64n : BigInt(endNs) - BigInt(startNs);
