import type { Format } from "@/lib/formats/format";
import { apiOf } from "@/lib/formats/provider/api-of";
import { readLog } from "@/lib/formats/provider/read-log";

/**
 * A log of Anthropic's Messages API: requests with their answers, lines of a batch's results.
 */
export const anthropicMessagesFormat: Format = {
  id: "anthropic-messages",
  name: "Anthropic Messages log (request and response)",
  detect: (record) => apiOf(record) === "anthropic",
  read: readLog,
};
