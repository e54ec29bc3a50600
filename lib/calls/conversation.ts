import type { Message } from "@/lib/calls/call";
import { canonicalMessage } from "@/lib/calls/canonical-message";
import { messageDigest } from "@/lib/calls/message-digest";
import type { KeyedDigest, RowId } from "@/lib/ids";
import { oncePerObject } from "@/lib/once-per-object";

/** A message at its place in the tree of conversations: stored once, whoever shares it. */
export type ConversationNode = {
  id: RowId;
  parentId: RowId | null;
  /** 1 for the first message of a conversation. */
  depth: number;
  message: Message;
};

export type Conversation = {
  /** Every message of the request in order, then the answer. */
  nodes: ConversationNode[];
  /** The last message of the request: with it the whole request is named. */
  requestId: RowId | null;
  responseId: RowId | null;
};

/**
 * The nodes of one call. A node's id is the digest of its scope (the trace, or the import for
 * calls outside any), its parent and its message, so what two calls share is their common
 * ancestor. The answer hangs on the request's last message, where the next call of an agent loop
 * quotes it; both are brought to the same form first, so that they are the same node.
 */
export function conversationNodes(
  messages: readonly Message[] | null,
  response: Message | null,
  scope: string,
  digest: KeyedDigest,
): Conversation {
  const nodes: ConversationNode[] = [];
  const hang = (raw: Message, parentId: RowId | null): RowId => {
    const message = canonicalMessage(raw);
    const id = nodeId({ scope, parentId, digest }, message);
    nodes.push({ id, parentId, depth: nodes.length + 1, message });
    return id;
  };
  let requestId: RowId | null = null;
  for (const message of messages ?? []) requestId = hang(message, requestId);
  const responseId = response === null ? null : hang(response, requestId);
  return { nodes, requestId, responseId };
}

type Place = { scope: string; parentId: RowId | null; digest: KeyedDigest };

const lastPlace = oncePerObject((_: Message): { at: (Place & { id: RowId }) | null } => ({
  at: null,
}));

/** A message object that the next call has too is mostly in the same place there: hashed once. */
function nodeId({ scope, parentId, digest }: Place, message: Message): RowId {
  const last = lastPlace(message);
  const { at } = last;
  if (at?.parentId === parentId && at.scope === scope && at.digest === digest) return at.id;
  const id = digest(scope, parentId, messageDigest(message, digest));
  last.at = { scope, parentId, digest, id };
  return id;
}
