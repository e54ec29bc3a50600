import type { OtlpSpan } from "@/lib/otlp/otlp";
import {
  SpanRecord,
  type CallFacts,
  type OutcomeFact,
  type SpanRole,
  type ToolRun,
} from "@/lib/spans/span";

/** What one dialect understands of a span; members that are missing or null are left to others. */
export type DialectReading = Partial<
  Pick<
    SpanRecord,
    | "agent"
    | "step"
    | "stepSource"
    | "sessionId"
    | "userId"
    | "responseId"
    | "environment"
    | "error"
  >
> & {
  role?: SpanRole | null;
  call?: Partial<CallFacts> | null;
  tool?: Partial<ToolRun> | null;
  outcomes?: OutcomeFact[];
};

/** One way of writing an LLM call into span attributes. */
export type Dialect = {
  /** For tests and for people who read the code. */
  id: string;
  /** Whether the span bears this dialect's marks; cheap. */
  speaks(span: OtlpSpan): boolean;
  read(span: OtlpSpan): DialectReading;
};

/** A later reading fills what the ones before it left open. */
export function joinReadings(readings: readonly DialectReading[]): DialectReading {
  const joined: DialectReading = {};
  for (const { call, tool, outcomes, ...rest } of readings) {
    fill(joined, rest);
    if (call) joined.call = fill(joined.call ?? {}, call);
    if (tool) joined.tool = fill(joined.tool ?? {}, tool);
    if (outcomes) joined.outcomes = [...(joined.outcomes ?? []), ...outcomes];
  }
  return joined;
}

function fill<T extends object>(target: T, from: object): T {
  const fresh = Object.entries(from).filter(([key, value]) => {
    const old = (target as Record<string, unknown>)[key];
    return value !== null && value !== undefined && (old === null || old === undefined);
  });
  return Object.assign(target, Object.fromEntries(fresh));
}

/** A record with what a reading says of its span beside call and tool; the rest stays open. */
export function recordOf(
  traceId: string | null,
  spanId: string,
  reading: DialectReading,
): SpanRecord {
  const { agent, step, stepSource, sessionId, userId, responseId, environment, error } = reading;
  return SpanRecord.parse({
    traceId,
    spanId,
    agent,
    step,
    stepSource: step ? stepSource : null,
    sessionId,
    userId,
    responseId,
    environment,
    error,
    role: reading.role,
    outcomes: reading.outcomes,
  });
}

/** A span of which only some members are known, for sources that keep attributes without OTLP. */
export const spanOf = (known: Partial<OtlpSpan>): OtlpSpan => ({
  resource: {},
  scopeName: null,
  scopeVersion: null,
  traceId: "",
  spanId: "",
  parentSpanId: null,
  name: "",
  kind: 0,
  startUnixNano: null,
  endUnixNano: null,
  attributes: {},
  events: [],
  links: [],
  status: { code: 0, message: null },
  ...known,
});
