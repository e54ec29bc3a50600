/** A call whose source says nothing of a cache, in the order of its run. */
export interface SilentCall {
  readonly traceId: string;
  readonly requestNodeId: string;
  readonly inputTokens: number;
}

/** A message in its place, and how long its text is. */
export interface MessageNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly length: number;
}

/** How much of some prompts an earlier call of the same run had sent already. */
export interface RepeatEstimate {
  readonly traces: number;
  readonly calls: number;
  readonly inputTokens: number;
  /** At most so many a prompt cache could have served. */
  readonly repeatedTokens: number;
}

/**
 * What a prompt cache could have served at most: for each call the longest beginning that an earlier
 * call of its run had sent, by length of text, times its input tokens. Whether the cache still held it,
 * and whether there was one, the records do not say.
 *
 * @param calls of each run in order
 */
export function estimateRepeats(
  calls: readonly SilentCall[],
  nodes: readonly MessageNode[],
): RepeatEstimate {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lengthUpTo = measurePaths(byId);
  const sent = new Set<string>();
  let inputTokens = 0;
  let repeatedTokens = 0;
  for (const { requestNodeId, inputTokens: tokens } of calls) {
    let shared: string | null = requestNodeId;
    while (shared !== null && !sent.has(shared)) {
      sent.add(shared);
      shared = byId.get(shared)?.parentId ?? null;
    }
    const whole = lengthUpTo(requestNodeId);
    inputTokens += tokens;
    if (shared !== null && whole > 0) repeatedTokens += tokens * (lengthUpTo(shared) / whole);
  }
  const traces = new Set(calls.map(({ traceId }) => traceId)).size;
  return { traces, calls: calls.length, inputTokens, repeatedTokens };
}

/** The length of all messages up to a node; each is measured once. */
function measurePaths(byId: ReadonlyMap<string, MessageNode>): (id: string) => number {
  const known = new Map<string, number>();
  return (id) => {
    const path: MessageNode[] = [];
    let node = byId.get(id);
    while (node !== undefined && !known.has(node.id)) {
      path.push(node);
      node = node.parentId === null ? undefined : byId.get(node.parentId);
    }
    let length = node === undefined ? 0 : (known.get(node.id) ?? 0);
    for (const one of path.toReversed()) {
      length += one.length;
      known.set(one.id, length);
    }
    return known.get(id) ?? 0;
  };
}
