import { PARSER_VERSION, type CallRecord } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import type { KeyedDigest, RowId } from "@/lib/ids";
import type { SpanRecord } from "@/lib/spans/span";

/** Bodies that came out of a span, and the row that holds each. */
export class KnownBodies {
  readonly #rows = new WeakMap<object, RowId>();
  /** Of messages: the answer that was given to them, where its node hangs. */
  readonly #answers = new WeakMap<object, { response: object | null; id: RowId | null }>();

  learn({ call }: SpanRecord, place: Place): void {
    if (call === null) return;
    const { messages, response, settings } = call;
    if (messages && place.requestNodeId) this.#rows.set(messages, place.requestNodeId);
    if (response && place.responseNodeId) this.#rows.set(response, place.responseNodeId);
    if (settings && place.settingsId) this.#rows.set(settings, place.settingsId);
    if (messages) this.#answers.set(messages, { response, id: place.responseNodeId });
  }

  /** The row that holds it, where that is known. */
  rowOf(body: object): RowId | undefined {
    return this.#rows.get(body);
  }

  /** The stored conversation of a call, when all of it came out of one span. */
  conversationOf({ messages, response }: CallRecord) {
    const requestId = messages === null ? undefined : this.#rows.get(messages);
    const answer = messages === null ? undefined : this.#answers.get(messages);
    if (requestId === undefined || answer === undefined || answer.response !== response)
      return null;
    return { requestId, responseId: answer.id };
  }
}

type Place = {
  requestNodeId: RowId | null;
  responseNodeId: RowId | null;
  settingsId: RowId | null;
};

/**
 * Digest of all that a call is settled to be: when it equals the last one, there is nothing to
 * write. Bodies are named by their rows where these are known, so that an agent's trace is not
 * hashed whole, call by call, each time that a record comes.
 */
export function settledDigest(call: CallRecord, bodies: KnownBodies, digest: KeyedDigest): RowId {
  const name = (body: object | null) => body && (bodies.rowOf(body) ?? body);
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
