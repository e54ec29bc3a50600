import type { Verdict } from "@/lib/labelling/verdict";

const unsure: Record<string, readonly string[]> = {
  plan_next_action: [
    "Looks like a plain lookup, but the rule it cites decides about money.",
    "Would be fine if the tool order were fixed in code.",
  ],
  reply_to_customer: [
    "The wording is easy, but is the promise covered by the plan?",
    "Depends on how upset the customer is; I cannot see the earlier ticket.",
  ],
  summarize_tool_output: ["I cannot tell whether the left-out events mattered."],
};

const refused: Record<string, readonly string[]> = {
  plan_next_action: [
    "Weighs two rules against each other.",
    "Needs the whole conversation to see that the order was already looked up.",
    "Getting this wrong refunds the wrong order.",
  ],
  reply_to_customer: [
    "Has to decline without losing the customer.",
    "Two reports that contradict each other; tone matters here.",
  ],
  extract_field: ["The order number lost its prefix."],
  classify_intent: ["This is a damaged item, not a refund."],
};

const taken: Record<string, readonly string[]> = {
  classify_intent: ["Closed list, one message."],
  extract_field: ["All three fields stand in the message."],
  format_result: ["Could be filled by code from the tool calls."],
  summarize_tool_output: ["Two sentences from one JSON, nothing to infer."],
  reply_to_customer: ["Fixed phrases around three facts."],
  plan_next_action: ["Always the first step: look up the order."],
};

/** What a reviewer may write beside a verdict on a step; never empty. */
export function notesFor(stepType: string | null, verdict: Verdict): readonly string[] {
  const all = verdict === "unsure" ? unsure : verdict === "not_viable" ? refused : taken;
  return all[stepType ?? ""] ?? ["Ask the team that owns this step."];
}
