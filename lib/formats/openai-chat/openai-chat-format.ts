import type { Format } from "@/lib/formats/format";
import { apiOf } from "@/lib/formats/provider/api-of";
import { readLog } from "@/lib/formats/provider/read-log";

/**
 * A log of Chat Completions, which most gateways and servers speak: requests with their answers in then * usual wrappers, stored completions, lines of a batch's output.
 */
export const openaiChatFormat: Format = {
  id: "openai-chat",
  name: "OpenAI Chat Completions log (request and response)",
  detect: (record) => apiOf(record) === "chat",
  read: readLog,
};
