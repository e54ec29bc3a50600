import { PARSER_VERSION, type CallRecord } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import type { KeyedDigest, RowId } from "@/lib/ids";

/** Bodies that came out of a span, and the row that holds each. */
export type KnownBodies = WeakMap<object, RowId>;

/**
 * Digest of all that a call is settled to be: when it equals the last one, there is nothing to
 * write. Bodies are named by their rows where these are known, so that an agent's trace is not
 * hashed whole, call by call, each time that a record comes.
 */
export function settledDigest(call: CallRecord, bodies: KnownBodies, digest: KeyedDigest): RowId {
  const name = (body: object | null) => body && (bodies.get(body) ?? body);
  const { messages, response, settings, ...rest } = call;
  const named = {
    ...rest,
    messages: name(messages),
    response: name(response),
    settings: name(settings),
  };
  return digest("settled", String(PARSER_VERSION), canonicalJson(named));
}

/** What stands in the place of that digest once the call has been merged. */
export const mergedDigest = (into: RowId, digest: KeyedDigest): RowId => digest("merged", into);
