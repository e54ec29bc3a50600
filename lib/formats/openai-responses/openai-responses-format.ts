import type { Format } from "@/lib/formats/format";
import { apiOf } from "@/lib/formats/provider/api-of";
import { readLog } from "@/lib/formats/provider/read-log";

/**
 * A log of OpenAI's Responses API: input items and instructions, output items, a batch's output.
 */
export const openaiResponsesFormat: Format = {
  id: "openai-responses",
  name: "OpenAI Responses log (request and response)",
  detect: (record) => apiOf(record) === "responses",
  read: readLog,
};
