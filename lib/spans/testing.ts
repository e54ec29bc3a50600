import type { CallRecord } from "@/lib/calls/call";
import type { Attributes, OtlpSpan } from "@/lib/otlp/otlp";
import { readOtlpSpan } from "./read-otlp-span";
import { settleTrace } from "./settle";
import type { SettledCall } from "./settled";
import type { SpanRecord } from "./span";
import { spanOf } from "./span-reading";

const MILLI = 1_000_000n;
/** 2026-11-21T09:30:00Z. */
const START = 1_795_253_400_000n * MILLI;

/** For tests: a span of trace `t` that starts `at` and lasts `ms` milliseconds. */
export function aSpan(
  spanId: string,
  parentSpanId: string | null,
  attributes: Attributes,
  extra: Partial<OtlpSpan> & { at?: number; ms?: number } = {},
): OtlpSpan {
  const { at = 0, ms = 10, ...rest } = extra;
  const start = START + BigInt(at) * MILLI;
  return spanOf({
    traceId: "t",
    spanId,
    parentSpanId,
    name: spanId,
    kind: 1,
    startUnixNano: `${start}`,
    endUnixNano: `${start + BigInt(ms) * MILLI}`,
    attributes,
    ...rest,
  });
}

/** For tests: the calls of a trace of such spans. */
export const callsOf = (spans: readonly (OtlpSpan | SpanRecord)[]): SettledCall[] =>
  settleTrace(spans.map((span) => ("outcomes" in span ? span : readOtlpSpan(span)))).calls;

/** For tests: the only call of a trace. */
export function onlyCall(spans: readonly (OtlpSpan | SpanRecord)[]): CallRecord {
  const [first, ...others] = callsOf(spans);
  if (first === undefined || others.length > 0)
    throw new Error(`There are ${others.length + (first === undefined ? 0 : 1)} calls.`);
  return first.call;
}

/** For tests: the attributes of one chat call by OpenTelemetry's conventions. */
export const chat = (extra: Attributes = {}): Attributes => ({
  "gen_ai.operation.name": "chat",
  "gen_ai.provider.name": "openai",
  "gen_ai.request.model": "gpt-5.5",
  "gen_ai.usage.input_tokens": 10,
  "gen_ai.usage.output_tokens": 2,
  "gen_ai.input.messages": JSON.stringify([
    { role: "user", parts: [{ type: "text", content: "Hi" }] },
  ]),
  "gen_ai.output.messages": JSON.stringify([
    { role: "assistant", parts: [{ type: "text", content: "Hello" }] },
  ]),
  ...extra,
});
