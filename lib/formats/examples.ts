import { anthropicMessagesExamples } from "@/lib/formats/anthropic-messages/anthropic-messages-examples";
import { articleExamples } from "@/lib/formats/article/article-examples";
import { assayExamples } from "@/lib/formats/assay/assay-examples";
import { fineTuningExamples } from "@/lib/formats/fine-tuning/fine-tuning-examples";
import { litellmExamples } from "@/lib/formats/litellm/litellm-examples";
import { nvidiaFlywheelExamples } from "@/lib/formats/nvidia-flywheel/nvidia-flywheel-examples";
import { openaiChatExamples } from "@/lib/formats/openai-chat/openai-chat-examples";
import { openaiResponsesExamples } from "@/lib/formats/openai-responses/openai-responses-examples";

/** For tests: plain records of every format, by its id; the contract suite runs over all. */
export const examples: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  assay: assayExamples,
  article: articleExamples,
  litellm: litellmExamples,
  "nvidia-flywheel": nvidiaFlywheelExamples,
  "openai-chat": openaiChatExamples,
  "openai-responses": openaiResponsesExamples,
  "anthropic-messages": anthropicMessagesExamples,
  "fine-tuning": fineTuningExamples,
};
