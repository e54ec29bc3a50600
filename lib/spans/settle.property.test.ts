import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compactSpan, foldSpan, readStoredSpan, stampSpan } from "./fold-span";
import { outcomeOf } from "./outcome";
import { readOtlpSpan } from "./read-otlp-span";
import { settleTrace } from "./settle";
import { CallFacts, emptyFacts, emptySpan, type SpanRecord } from "./span";
import { aSpan, chat } from "./testing";

const KINDS = ["chat", "execute_tool", "invoke_agent", "plain", "step"] as const;

function spanOfKind(id: string, parent: string | null, kind: (typeof KINDS)[number], seed: number) {
  const place = { at: seed * 7, ms: 5 + seed, scopeName: seed % 2 === 0 ? "one" : "two" };
  if (kind === "plain") return aSpan(id, parent, {}, { ...place, name: `part_${id}` });
  if (kind === "step") return aSpan(id, parent, { step_type: `step_${seed}` }, place);
  const answer = seed % 3 === 0 ? { "gen_ai.response.id": `r${seed}` } : null;
  const failed = seed % 4 === 1 ? { status: { code: 2, message: "429" } } : {};
  return aSpan(id, parent, chat({ "gen_ai.operation.name": kind, ...answer }), {
    ...place,
    ...failed,
  });
}

/** A trace of up to eight spans with any parents (missing ones and circles too), scores and pieces. */
const trace = fc
  .array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 8 })
  .map((rows) =>
    rows.flatMap(([kind, parent, seed], n): SpanRecord[] => {
      const span = readOtlpSpan(
        spanOfKind(`s${n}`, parent === 9 ? null : `s${parent}`, kind, seed),
      );
      const fact = outcomeOf("correct", seed % 2, seed > 6 ? "trace" : "span", {
        id: `o${n}`,
        at: "1",
      });
      const score = { ...emptySpan("t", seed > 6 ? "" : span.spanId), outcomes: [fact] };
      const piece = {
        ...emptySpan("t", span.spanId),
        pieces: [
          {
            at: "5",
            seq: seed,
            side: "input" as const,
            message: { role: "user", content: `${seed}` },
          },
        ],
      };
      return [span, ...(seed % 2 === 0 ? [score] : []), ...(seed % 5 === 0 ? [piece] : [])];
    }),
  );

const shuffled = trace.chain((records) =>
  fc.tuple(
    fc.constant(records),
    fc.shuffledSubarray([...records, ...records], { minLength: records.length * 2 }),
  ),
);

describe("settling a trace", () => {
  test("gives the same in any order and under any repetition", () => {
    fc.assert(
      fc.property(shuffled, ([records, again]) => {
        expect(settleTrace(again)).toEqual(settleTrace(records));
      }),
    );
  });

  test("gives the same from spans folded as they came, through storage", () => {
    fc.assert(
      fc.property(shuffled, ([records, again]) => {
        const stored = new Map<string, string>();
        for (const record of again) {
          const text = stored.get(record.spanId);
          const known = text === undefined ? null : readStoredSpan(JSON.parse(text));
          const folded = known === null ? record : foldSpan(known, record).span;
          stored.set(record.spanId, JSON.stringify(compactSpan(folded)));
        }
        const spans = [...stored.values()].map((text) => readStoredSpan(JSON.parse(text)));
        expect(settleTrace(spans)).toEqual(settleTrace(records));
      }),
    );
  });

  test("accounts for each span once, as a call or beside them", () => {
    fc.assert(
      fc.property(trace, (records) => {
        const { calls, other } = settleTrace(records);
        const ids = new Set(records.map(({ spanId }) => spanId).filter((id) => id !== ""));
        const seen = [
          ...calls.map(({ call }) => call.spanId),
          ...other.map(({ spanId }) => spanId),
        ];
        expect(seen.toSorted()).toEqual([...ids].toSorted());
        const merged = calls.flatMap(({ mergedSpanIds }) => mergedSpanIds);
        expect(merged.toSorted()).toEqual(
          other
            .filter(({ mergedInto }) => mergedInto !== null)
            .map(({ spanId }) => spanId)
            .toSorted(),
        );
      }),
    );
  });
});

describe("folding the records of one span", () => {
  const whole: SpanRecord = {
    ...readOtlpSpan(
      aSpan("s", "p", chat({ step_type: "x" }), { resource: { "service.name": "shop" } }),
    ),
  };
  const facts = Object.keys(CallFacts.shape) as (keyof CallFacts)[];
  /** The whole with some of its facts left out. */
  const view = fc.tuple(fc.subarray(facts), fc.boolean()).map(([known, named]): SpanRecord => ({
    ...(named ? whole : emptySpan("t", "s")),
    call: {
      ...emptyFacts(),
      ...Object.fromEntries(known.map((key) => [key, whole.call?.[key] ?? null])),
    },
  }));

  test("gives the same in any grouping", () => {
    fc.assert(
      fc.property(view, view, view, (a, b, c) => {
        const left = foldSpan(foldSpan(a, b).span, c).span;
        expect(foldSpan(a, foldSpan(c, b).span).span).toEqual(left);
        expect(foldSpan(left, b)).toEqual({ span: left, changed: "nothing" });
      }),
    );
  });

  test("lets the later of two stamped values stand, field by field", () => {
    const said = (name: string, error: string | null, mark: string) =>
      stampSpan({ ...emptySpan("t", "s"), name, error }, mark);
    const events = [
      said("first", "oops", "1"),
      said("second", null, "2"),
      said("third", null, "3"),
    ];
    for (const order of [events, events.toReversed(), [events[1]!, events[2]!, events[0]!]]) {
      const { name, error } = order.reduce((a, b) => foldSpan(a, b).span);
      expect([name, error]).toEqual(["third", "oops"]);
    }
  });

  test("keeps the first of two that contradict each other, and says so", () => {
    const other = { ...whole, name: "else" };
    expect(foldSpan(whole, other)).toEqual({ span: whole, changed: "conflicting" });
  });
});
