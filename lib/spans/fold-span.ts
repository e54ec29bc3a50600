import { canonicalJson, sameJson } from "@/lib/calls/canonical";
import { oncePerObject } from "@/lib/once-per-object";
import { SpanRecord } from "@/lib/spans/span";

export type FoldedSpan = {
  span: SpanRecord;
  /** Beside `a`: nothing new, fields filled or corrected, or also a field that contradicts it (then `a`'s stays). */
  changed: "nothing" | "completed" | "conflicting";
};

type Plain = Record<string, unknown>;
type Stamps = Record<string, string>;
type Merge = { value: Plain; completed: boolean; conflicting: boolean };

/**
 * Puts a second record of one span beside the first. Field by field (and within `call` and `tool`):
 * null is filled, equal stays, of different values the one with the greater stamp stands, else the
 * first. Pieces and outcomes are sets. For records that do not contradict each other without a
 * stamp, the result is the same in any order, any grouping and under any repetition.
 */
export function foldSpan(a: SpanRecord, b: SpanRecord): FoldedSpan {
  const { call: callA, tool: toolA, pieces: _p, outcomes: _o, stamps, ...restA } = a;
  const { call: callB, tool: toolB, pieces: _q, outcomes: _r, stamps: other, ...restB } = b;
  const parts = [
    mergeFields(restA, restB, "", stamps, other),
    mergeFields(callA ?? {}, callB ?? {}, "call.", stamps, other),
    mergeFields(toolA ?? {}, toolB ?? {}, "tool.", stamps, other),
  ] as const;
  const pieces = union(a.pieces, b.pieces);
  const outcomes = union(a.outcomes, b.outcomes);
  const grown = pieces.length > a.pieces.length || outcomes.length > a.outcomes.length;
  const completed = grown || parts.some((part) => part.completed);
  const conflicting = parts.some((part) => part.conflicting);
  const [rest, call, tool] = parts;
  const span = {
    ...rest.value,
    pieces,
    outcomes,
    call: callA === null && callB === null ? null : { ...call.value },
    tool: toolA === null && toolB === null ? null : { ...tool.value },
    stamps: laterOf(stamps, other),
  } as SpanRecord;
  return { span, changed: conflicting ? "conflicting" : completed ? "completed" : "nothing" };
}

function mergeFields(a: Plain, b: Plain, prefix: string, stampsA: Stamps, stampsB: Stamps): Merge {
  const merge: Merge = { value: { ...a }, completed: false, conflicting: false };
  for (const [key, fresh] of Object.entries(b)) {
    const old = a[key];
    if (old === undefined || old === null) {
      if (fresh !== undefined && fresh !== null) merge.completed = true;
      merge.value[key] = fresh ?? null;
    } else if (fresh !== null && fresh !== undefined && !sameJson(old, fresh)) {
      const [markA = "", markB = ""] = [stampsA[prefix + key], stampsB[prefix + key]];
      if (markB > markA) {
        merge.value[key] = fresh;
        merge.completed = true;
      } else if (markA === markB) merge.conflicting = true;
    }
  }
  return merge;
}

const keyOf = oncePerObject((member: object): string => canonicalJson(member));

/** Lists that are sets in order already: a conversation comes in many pieces, one record each. */
const sets = new WeakSet<readonly object[]>();

/** Both lists as one set, in an order that depends on the members alone. */
function union<T extends object>(a: readonly T[], b: readonly T[]): T[] {
  const set = sets.has(a) ? (a as T[]) : asSet(a);
  const fresh = asSet(b).filter(
    (member) => keyOf(set[placeIn(set, member)] ?? {}) !== keyOf(member),
  );
  if (fresh.length === 0) return set;
  const joined = [...set];
  for (const member of fresh) joined.splice(placeIn(joined, member), 0, member);
  sets.add(joined);
  return joined;
}

function asSet<T extends object>(list: readonly T[]): T[] {
  const members = new Map(list.map((member) => [keyOf(member), member]));
  const set = [...members].toSorted(([one], [two]) => (one < two ? -1 : 1));
  const ordered = set.map(([, member]) => member);
  sets.add(ordered);
  return ordered;
}

/** Where a member stands in a set, or would stand. */
function placeIn(set: readonly object[], member: object): number {
  const key = keyOf(member);
  let [from, to] = [0, set.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (keyOf(set[middle] ?? member) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

function laterOf(a: Stamps, b: Stamps): Stamps {
  const later = { ...a };
  for (const [key, mark] of Object.entries(b)) if (mark > (later[key] ?? "")) later[key] = mark;
  return later;
}

/** The record with the given stamp on everything that it says. */
export function stampSpan(span: SpanRecord, mark: string): SpanRecord {
  const said = (part: object | null, prefix: string) =>
    Object.entries(part ?? {})
      .filter(([, value]) => value !== null)
      .map(([key]) => [prefix + key, mark] as const);
  const {
    call,
    tool,
    stamps: _s,
    pieces: _p,
    outcomes: _o,
    traceId: _t,
    spanId: _i,
    ...rest
  } = span;
  const marks = [...said(rest, ""), ...said(call, "call."), ...said(tool, "tool.")];
  return { ...span, stamps: Object.fromEntries(marks) };
}

/** The record without its nulls and empty lists, for storage; `SpanRecord.parse` brings them back. */
export function compactSpan(span: SpanRecord): Plain {
  const { call, tool, pieces, outcomes, stamps, ...rest } = span;
  return {
    ...withoutNulls(rest),
    ...(call === null ? {} : { call: withoutNulls(call) }),
    ...(tool === null ? {} : { tool: withoutNulls(tool) }),
    ...(pieces.length === 0 ? {} : { pieces }),
    ...(outcomes.length === 0 ? {} : { outcomes }),
    ...(Object.keys(stamps).length === 0 ? {} : { stamps }),
  };
}

const withoutNulls = (part: object): Plain =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));

/** Reads back what {@link compactSpan} wrote; throws on anything else. */
export const readStoredSpan = (stored: unknown): SpanRecord => SpanRecord.parse(stored);
