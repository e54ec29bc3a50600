import type { Message } from "@/lib/calls/call";
import type { RowId } from "@/lib/ids";
import { contentOf } from "@/lib/spans/content-of";
import { emptyFacts, type SpanRecord } from "@/lib/spans/span";
import type { NodeBodies } from "./node-bodies";

/** The ends of a conversation, by the nodes that hold them. */
export type Ends = { requestNodeId: RowId | null; responseNodeId: RowId | null };

/**
 * A message that stands for a stored one by its node. A node's id is made of all messages up to it, so
 * two conversations are equal when their stand-ins are: settling needs no more of them.
 */
const standIn = (node: RowId): Message => ({ role: "stored", content: node });

/** A span whose conversation is named, and not held. */
export function withStandIns(
  span: SpanRecord,
  { requestNodeId, responseNodeId }: Ends,
): SpanRecord {
  if (requestNodeId === null && responseNodeId === null) return span;
  return {
    ...span,
    call: {
      ...(span.call ?? emptyFacts()),
      messages: requestNodeId === null ? null : [standIn(requestNodeId)],
      response: responseNodeId === null ? null : standIn(responseNodeId),
    },
  };
}

/** Conversations that are in memory, by the node that ends each. */
export class HeldBodies {
  readonly #requests = new Map<RowId, readonly Message[]>();
  readonly #responses = new Map<RowId, Message>();

  /** Takes in the conversation of a span, put together if it came in pieces. */
  learn(span: SpanRecord, { requestNodeId, responseNodeId }: Ends): void {
    const { messages, response } = contentOf(span);
    if (messages && requestNodeId) this.#requests.set(requestNodeId, messages);
    if (response && responseNodeId) this.#responses.set(responseNodeId, response);
  }

  /** The nodes of a settled conversation that have to be read from the database. */
  missing(messages: readonly Message[] | null, response: Message | null): RowId[] {
    const request = nodeOf(messages?.[0]);
    const answer = nodeOf(response);
    return [
      ...(request !== null && !this.#requests.has(request) ? [request] : []),
      ...(answer !== null && !this.#responses.has(answer) ? [answer] : []),
    ];
  }

  /** What the stand-ins of a settled conversation stand for. */
  resolve(messages: readonly Message[] | null, response: Message | null, stored: NodeBodies) {
    const request = nodeOf(messages?.[0]);
    const answer = nodeOf(response);
    return {
      messages:
        request === null ? null : [...(this.#requests.get(request) ?? stored.path(request))],
      response: answer === null ? null : (this.#responses.get(answer) ?? stored.message(answer)),
    };
  }
}

const nodeOf = (message: Message | null | undefined): RowId | null =>
  typeof message?.content === "string" ? message.content : null;
