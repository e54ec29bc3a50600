import { and, asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { calls, drawItems, kinds, nodes } from "@/db/schema";
import { Message } from "@/lib/calls/call";
import { messageText } from "@/lib/calls/message-text";
import type { RowId, WorkspaceId } from "@/lib/ids";

export type DrawnAnswer = {
  itemId: RowId;
  callId: RowId;
  spanId: string | null;
  stepType: string | null;
  act: string;
  /** The answer's text; empty when there is none. */
  text: string;
};

/** The drawn calls of a draw with what they answered, in the order of the queue. */
export async function listDrawnAnswers(
  executor: Executor,
  workspaceId: WorkspaceId,
  drawId: RowId,
): Promise<DrawnAnswer[]> {
  const rows = await executor
    .select({
      itemId: drawItems.id,
      callId: calls.id,
      spanId: calls.sourceSpanId,
      stepType: calls.stepType,
      act: kinds.act,
      body: nodes.body,
    })
    .from(drawItems)
    .innerJoin(
      calls,
      and(eq(calls.workspaceId, drawItems.workspaceId), eq(calls.id, drawItems.callId)),
    )
    .innerJoin(kinds, and(eq(kinds.workspaceId, calls.workspaceId), eq(kinds.id, calls.kindId)))
    .leftJoin(
      nodes,
      and(eq(nodes.workspaceId, calls.workspaceId), eq(nodes.id, calls.responseNodeId)),
    )
    .where(and(eq(drawItems.workspaceId, workspaceId), eq(drawItems.drawId, drawId)))
    .orderBy(asc(drawItems.position));
  return rows.map(({ body, ...row }) => ({
    ...row,
    text: body === null ? "" : messageText(Message.parse(JSON.parse(body))),
  }));
}
