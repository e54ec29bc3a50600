import { canonicalMessage } from "@/lib/calls/canonical-message";
import type { CallFacts, SpanRecord, ToolRun } from "@/lib/spans/span";

/** Longer names are cut: no index holds them, and a list shows less. */
const MAX_NAME = 300;

/** What a column of counts holds; more is no count. */
const MAX_COUNT = 2 ** 31 - 1;

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
const COUNTS = [
  "attempt",
  "inputTokens",
  "cachedInputTokens",
  "cacheWriteTokens",
  "outputTokens",
  "reasoningTokens",
] as const;

/**
 * A record in the one form in which it is folded and stored: messages canonical, empty lists and
 * objects null, so that what was stored and read back equals what comes in again; names and counts
 * as the database holds them, as what it refused would be sent again for ever.
 */
export function normalSpan(span: SpanRecord): SpanRecord {
  const { call, tool, pieces, outcomes, stamps, ...rest } = span;
  return {
    ...rest,
    ...shortNames(rest, NAMES),
    call: call && normalFacts(call),
    tool: tool && (withoutEmpty(tool) as ToolRun),
    pieces: pieces.map((piece) => ({ ...piece, message: canonicalMessage(piece.message) })),
    outcomes,
    stamps,
  };
}

function normalFacts(facts: CallFacts): CallFacts {
  const { messages, response, ...rest } = facts;
  const counts = COUNTS.map((key) => [key, (rest[key] ?? 0) > MAX_COUNT ? null : rest[key]]);
  return {
    ...(withoutEmpty(rest) as Omit<CallFacts, "messages" | "response">),
    ...shortNames(rest, FACT_NAMES),
    ...Object.fromEntries(counts),
    messages: messages === null || messages.length === 0 ? null : messages.map(canonicalMessage),
    response: response && canonicalMessage(response),
  };
}

function shortNames<Key extends string>(part: Record<Key, string | null>, keys: readonly Key[]) {
  const short = keys.map((key) => [key, part[key] && shortName(part[key])] as const);
  return Object.fromEntries(short) as Record<Key, string | null>;
}

function shortName(name: string): string {
  return name.length <= MAX_NAME ? name : Array.from(name).slice(0, MAX_NAME).join("");
}

function withoutEmpty(part: object): object {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, isEmpty(value) ? null : value]),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);
