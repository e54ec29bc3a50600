import { canonicalMessage } from "@/lib/calls/canonical-message";
import { cutText } from "@/lib/cut-text";
import {
  isInCalendar,
  MAX_COST_USD,
  MAX_COUNT,
  MAX_LATENCY_MS,
  MAX_NAME,
} from "@/lib/formats/bounds";
import { isoOf } from "@/lib/spans/build-call";
import type { CallFacts, SpanRecord, ToolRun } from "@/lib/spans/span";

const NAMES = [
  "name",
  "environment",
  "scope",
  "service",
  "agent",
  "step",
  "sessionId",
  "userId",
  "responseId",
] as const;
const FACT_NAMES = ["provider", "requestModel", "model", "modality"] as const;

/** What is more than this was measured wrong, and is as good as not said. */
const MOST = {
  attempt: MAX_COUNT,
  inputTokens: MAX_COUNT,
  cachedInputTokens: MAX_COUNT,
  cacheWriteTokens: MAX_COUNT,
  outputTokens: MAX_COUNT,
  reasoningTokens: MAX_COUNT,
  statedCostUsd: MAX_COST_USD,
  latencyMs: MAX_LATENCY_MS,
} as const;

/**
 * A record in the one form in which it is folded and stored: messages canonical, empty lists and
 * objects null, so that what was stored and read back equals what comes in again; names, counts
 * and times as the database holds them, as what it refused would be sent again for ever.
 */
export function normalSpan(span: SpanRecord): SpanRecord {
  const { call, tool, pieces, outcomes, stamps, ...rest } = span;
  return {
    ...rest,
    ...shortNames(rest, NAMES),
    startNs: momentOrNull(rest.startNs),
    endNs: momentOrNull(rest.endNs),
    call: call && normalFacts(call),
    tool: tool && (withoutEmpty(tool) as ToolRun),
    pieces: pieces.map((piece) => ({ ...piece, message: canonicalMessage(piece.message) })),
    outcomes,
    stamps,
  };
}

function normalFacts(facts: CallFacts): CallFacts {
  const { messages, response, ...rest } = facts;
  const amounts = Object.entries(MOST).map(([name, most]) => {
    const key = name as keyof typeof MOST;
    return [key, (rest[key] ?? 0) > most ? null : rest[key]];
  });
  return {
    ...(withoutEmpty(rest) as Omit<CallFacts, "messages" | "response">),
    ...shortNames(rest, FACT_NAMES),
    ...Object.fromEntries(amounts),
    messages: messages === null || messages.length === 0 ? null : messages.map(canonicalMessage),
    response: response && canonicalMessage(response),
  };
}

/** A moment, in Unix nanoseconds, that a calendar has. */
function momentOrNull(nanos: string | null): string | null {
  const iso = isoOf(nanos);
  return iso !== null && isInCalendar(iso) ? nanos : null;
}

function shortNames<Key extends string>(part: Record<Key, string | null>, keys: readonly Key[]) {
  const short = keys.map((key) => [key, part[key] && cutText(part[key], MAX_NAME)] as const);
  return Object.fromEntries(short) as Record<Key, string | null>;
}

function withoutEmpty(part: object): object {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, isEmpty(value) ? null : value]),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);
