import { anthropicMessagesFormat } from "@/lib/formats/anthropic-messages/anthropic-messages-format";
import { articleFormat } from "@/lib/formats/article/article-format";
import { assayFormat } from "@/lib/formats/assay/assay-format";
import { bounded } from "@/lib/formats/bounds";
import { fineTuningFormat } from "@/lib/formats/fine-tuning/fine-tuning-format";
import type { Format } from "@/lib/formats/format";
import { litellmFormat } from "@/lib/formats/litellm/litellm-format";
import { nvidiaFlywheelFormat } from "@/lib/formats/nvidia-flywheel/nvidia-flywheel-format";
import { openaiChatFormat } from "@/lib/formats/openai-chat/openai-chat-format";
import { openaiResponsesFormat } from "@/lib/formats/openai-responses/openai-responses-format";

/** Every format whose records are one call each, held to what can be stored. No record bears the marks of two. */
export const formats: readonly Format[] = [
  assayFormat,
  articleFormat,
  litellmFormat,
  nvidiaFlywheelFormat,
  openaiChatFormat,
  openaiResponsesFormat,
  anthropicMessagesFormat,
  fineTuningFormat,
].map(bounded);
