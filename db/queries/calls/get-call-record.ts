import type { Executor } from "@/db/client";
import type { calls } from "@/db/schema";
import { CallRecord, Message } from "@/lib/calls/call";
import type { WorkspaceId } from "@/lib/ids";
import { getSettings } from "./get-settings";
import { listConversation } from "./list-conversation";

type CallRow = typeof calls.$inferSelect;

/** A stored call put back into the record that it was folded from, to fold another view onto it. */
export async function getCallRecord(
  executor: Executor,
  workspaceId: WorkspaceId,
  row: CallRow,
): Promise<CallRecord> {
  const messages = await listConversation(executor, workspaceId, row.requestNodeId);
  const response = await listConversation(executor, workspaceId, row.responseNodeId);
  const settings = await getSettings(executor, workspaceId, row.settingsId);
  const last = response.at(-1);
  return CallRecord.parse({
    ...row,
    traceId: row.sourceTraceId,
    spanId: row.sourceSpanId,
    parentSpanId: row.sourceParentSpanId,
    startedAt: row.startedAt && new Date(row.startedAt).toISOString(),
    messages: row.messageCount === null ? null : messages.map((node) => node.message),
    response: last ? Message.parse(last.message) : null,
    settings: settings ? JSON.parse(settings) : null,
  });
}
