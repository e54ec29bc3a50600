import type { CallRecord } from "@/lib/calls/call";
import { cutText } from "@/lib/cut-text";
import type { Format, Reading } from "@/lib/formats/format";
import { nameOf } from "@/lib/formats/reasons";

/** No call has more tokens; two such counts together still fit a column of 32 bits. */
export const MAX_COUNT = 1_000_000_000;
/** US dollars of one call: far more than any costs, and no sum of such is lost in rounding. */
export const MAX_COST_USD = 1_000_000;
/** 30 days, in milliseconds. */
export const MAX_LATENCY_MS = 30 * 24 * 3_600_000;
/** The calendar years in which a call may have been made. */
export const [FIRST_YEAR, LAST_YEAR] = [1970, 2200];

/** Longer ids are no ids, and no index holds them. */
export const MAX_ID = 500;

const AMOUNTS = [
  ["inputTokens", "input_tokens", MAX_COUNT],
  ["cachedInputTokens", "cached_input_tokens", MAX_COUNT],
  ["cacheWriteTokens", "cache_write_tokens", MAX_COUNT],
  ["outputTokens", "output_tokens", MAX_COUNT],
  ["reasoningTokens", "reasoning_tokens", MAX_COUNT],
  ["attempt", "attempt", MAX_COUNT],
  ["statedCostUsd", "cost_usd", MAX_COST_USD],
  ["latencyMs", "latency_ms", MAX_LATENCY_MS],
] as const;

/** Longer names are cut: no index holds them, and a list shows less. */
export const MAX_NAME = 300;

const NAMES = [
  ["stepType", "step_type"],
  ["agent", "agent"],
  ["provider", "provider"],
  ["requestModel", "request_model"],
  ["model", "model"],
  ["modality", "modality"],
  ["environment", "environment"],
] as const;

const IDS = [
  ["traceId", "trace_id"],
  ["spanId", "span_id"],
  ["parentSpanId", "parent_span_id"],
] as const;

/** Whether a moment, ISO 8601 in UTC, lies in the years that can be stored and shown. */
export function isInCalendar(iso: string): boolean {
  const year = new Date(iso).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/**
 * The format with every call held to what can be stored: one that is not is unparseable. Names are
 * cut, with a note.
 */
export function bounded(format: Format): Format {
  return { ...format, read: (record) => held(format.read(record)) };
}

function held(reading: Reading): Reading {
  if (reading.kind !== "call") return reading;
  const reason = excessOf(reading.call);
  return reason === null ? withShortNames(reading) : { kind: "unparseable", reason };
}

function withShortNames(reading: Extract<Reading, { kind: "call" }>): Reading {
  const { call } = reading;
  const long = NAMES.filter(([key]) => cutText(call[key] ?? "", MAX_NAME) !== (call[key] ?? ""));
  if (long.length === 0) return reading;
  const short = long.map(([key]) => [key, cutText(call[key] ?? "", MAX_NAME)]);
  const cut = long.map(([, name]) => `${name} was longer than ${MAX_NAME} characters: cut there`);
  return {
    kind: "call",
    call: { ...call, ...(Object.fromEntries(short) as Partial<CallRecord>) },
    notes: [...reading.notes, ...cut],
  };
}

/** The first field that says more than can be, with its name; null when all is well. */
function excessOf(call: CallRecord): string | null {
  for (const [key, name, most] of AMOUNTS) {
    const value = call[key];
    if (value !== null && !(value <= most))
      return `${name}: expected at most ${most}, got ${nameOf(value)}`;
  }
  for (const [key, name] of IDS)
    if ((call[key]?.length ?? 0) > MAX_ID)
      return `${name}: expected at most ${MAX_ID} characters, got more`;
  if (call.startedAt === null || isInCalendar(call.startedAt)) return null;
  return `started_at: expected a time in the years ${FIRST_YEAR} to ${LAST_YEAR}, got another`;
}
