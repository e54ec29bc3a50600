import type { ShownMessage } from "@/lib/calls/shown-message";

/** A tool that the model could call. */
export type OfferedTool = {
  name: string;
  description: string | null;
  /** Its parameters as JSON, set out; null where the source names the tool alone. */
  schema: string | null;
};

/** What a call was asked and what it answered, in the order in which a person decides. */
export type ShownConversation = {
  /** The system or developer messages that it begins with. */
  instructions: ShownMessage[];
  lastInput: ShownMessage | null;
  /** What stands between the two: folded. */
  earlier: ShownMessage[];
  /** How many of these the call before in its trace had seen; null when there is no such call. */
  seenBefore: number | null;
  response: ShownMessage | null;
  /** Null when the source says nothing of tools. */
  tools: OfferedTool[] | null;
  /** The other settings as JSON, set out; null when there are none. */
  settings: { text: string; cut: boolean } | null;
};
