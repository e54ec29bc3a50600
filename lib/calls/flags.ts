import type { CallRecord } from "@/lib/calls/call";
import { messageText } from "@/lib/calls/message-text";
import { toolCallsOf } from "@/lib/calls/tool-calls";

/** What makes a call a poor witness. Flags overlap and are counted beside the receipt's sum. */
export type CallFlags = {
  /** It failed before the model answered. */
  errored: boolean;
  /** Its answer has neither text nor a tool call, or its request has no messages. */
  withoutText: boolean;
  /** Neither the call's own outcome nor that of its run is known. */
  withoutGroundTruth: boolean;
};

export function flagsOf(
  call: Pick<CallRecord, "messages" | "response" | "error" | "correct" | "traceOutcome">,
): CallFlags {
  const { response } = call;
  const answered =
    response !== null && (messageText(response).trim() !== "" || toolCallsOf(response).length > 0);
  return {
    errored: call.error !== null && !answered,
    withoutText: !answered || call.messages === null || call.messages.length === 0,
    withoutGroundTruth: call.correct === null && call.traceOutcome === null,
  };
}
