import { countSharedMessages } from "@/db/queries/calls/count-shared-messages";
import { getSettings } from "@/db/queries/calls/get-settings";
import type { CallRow as StoredCall } from "@/db/queries/calls/list-calls";
import { listMessageHeads, type MessageHead } from "@/db/queries/calls/list-message-heads";
import { arrangeConversation } from "@/lib/calls/arrange-conversation";
import { Message } from "@/lib/calls/call";
import { parseJsonPrefix } from "@/lib/calls/json-prefix";
import type { ShownConversation } from "@/lib/calls/shown-conversation";
import type { ReadMessage } from "@/lib/calls/shown-message";
import type { WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";

type Told = Pick<StoredCall, "requestNodeId" | "responseNodeId" | "settingsId">;

/**
 * What a call was asked and answered, as a screen shows it at first: the beginning of what stands
 * open, the first line of what is folded. Reads as little of long messages.
 *
 * @param before the call before in the trace, to say what it had seen
 */
export async function loadConversation(
  workspaceId: WorkspaceId,
  call: Told,
  before: Told | null,
): Promise<ShownConversation> {
  const database = getDatabase();
  const { requestNodeId, responseNodeId, settingsId } = call;
  const leaf = responseNodeId ?? requestNodeId;
  const leafBefore = before && (before.responseNodeId ?? before.requestNodeId);
  const [heads, settings, shared] = await Promise.all([
    leaf === null
      ? []
      : listMessageHeads(
          database,
          workspaceId,
          leaf,
          requestNodeId === null ? [] : [requestNodeId],
        ),
    getSettings(database, workspaceId, settingsId),
    requestNodeId && leafBefore
      ? countSharedMessages(database, workspaceId, requestNodeId, leafBefore)
      : null,
  ]);
  const answer = heads.find((head) => head.nodeId === responseNodeId);
  return arrangeConversation(
    heads.filter((head) => head !== answer).map(readHead),
    answer ? readHead(answer) : null,
    settings === null ? null : JSON.parse(settings),
    shared,
  );
}

/** What can be told of a message from its beginning. */
function readHead({ beginning, bytes, cut, role }: MessageHead): ReadMessage {
  const parsed = parseJsonPrefix(beginning);
  const fields = typeof parsed === "object" && parsed !== null ? parsed : {};
  const message = Message.parse({ content: null, ...(role === null ? {} : { role }), ...fields });
  return { message, bytes, cut };
}
