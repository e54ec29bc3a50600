import type { NodeBody } from "@/db/queries/spans/list-bodies";
import type { Message } from "@/lib/calls/call";
import type { RowId } from "@/lib/ids";

/** Messages that were read from the database. */
export class NodeBodies {
  constructor(readonly nodes: ReadonlyMap<RowId, NodeBody>) {}

  /** @throws when it was not read */
  message(id: RowId): Message {
    const node = this.nodes.get(id);
    if (!node) throw new Error(`message ${id} has gone`);
    return node.message;
  }

  /** All messages up to this one, in order. */
  path(id: RowId): Message[] {
    const path: Message[] = [];
    for (let at: RowId | null = id; at !== null; at = this.nodes.get(at)?.parentId ?? null) {
      path.push(this.message(at));
    }
    return path.toReversed();
  }
}
