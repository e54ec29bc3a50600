import { z } from "zod";
import { getCall } from "@/db/queries/calls/get-call";
import { getMessage } from "@/db/queries/calls/get-message";
import { getSettings } from "@/db/queries/calls/get-settings";
import { Message } from "@/lib/calls/call";
import { blocksText, messageBlocks } from "@/lib/calls/message-blocks";
import type { WorkspaceId } from "@/lib/ids";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";

const Place = z.union([
  z.enum(["response", "settings"]),
  z.coerce.number().int().min(0).max(1_000_000),
]);

/** The whole of one message as plain text: by its place in the request, or the answer, or the settings. */
export async function readMessage(
  workspaceId: WorkspaceId,
  callId: string,
  given: string,
): Promise<Result<string>> {
  const none = refused("not_found", "There is no such message.");
  const place = Place.safeParse(given);
  if (!place.success || !z.guid().safeParse(callId).success) return none;
  const database = getDatabase();
  const call = await getCall(database, workspaceId, callId);
  if (!call) return none;
  if (place.data === "settings") {
    const body = await getSettings(database, workspaceId, call.settingsId);
    return body === null ? none : ok(JSON.stringify(JSON.parse(body), null, 2));
  }
  const requestLength = call.messageCount ?? 0;
  const isAnswer = place.data === "response";
  const node = isAnswer ? call.responseNodeId : call.requestNodeId;
  const depth = isAnswer ? requestLength + 1 : Number(place.data) + 1;
  const body = node && (await getMessage(database, workspaceId, node, depth));
  return body ? ok(blocksText(messageBlocks(Message.parse(JSON.parse(body))))) : none;
}
