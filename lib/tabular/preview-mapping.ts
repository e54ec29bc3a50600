import { previewOf } from "@/lib/calls/preview";
import { mappedFormat } from "@/lib/tabular/mapped-format";
import type { Mapping } from "@/lib/tabular/mapping";

/** What a row would become: a call, or the reason why it would be none. */
export type PreviewedRow =
  | {
      kind: "call";
      stepType: string | null;
      asked: string | null;
      answered: string | null;
      model: string | null;
      inputTokens: number | null;
      outputTokens: number | null;
      correct: boolean | null;
      startedAt: string | null;
    }
  | { kind: "other" | "unparseable"; reason: string };

/** What the first rows of a table would become under a mapping. Rows may be cut. */
export function previewMapping(
  rows: readonly Readonly<Record<string, unknown>>[],
  mapping: Mapping,
  most = 5,
): PreviewedRow[] {
  const format = mappedFormat(mapping);
  return rows.slice(0, most).map((row) => {
    const reading = format.read(row);
    if (reading.kind !== "call") return { kind: reading.kind, reason: reading.reason };
    const { messages, response, error, ...call } = reading.call;
    return {
      kind: "call",
      stepType: call.stepType,
      asked: previewOf({ messages, response: null, error: null }),
      answered: previewOf({ messages: null, response, error }),
      model: call.model ?? call.requestModel,
      inputTokens: call.inputTokens,
      outputTokens: call.outputTokens,
      correct: call.correct,
      startedAt: call.startedAt,
    };
  });
}
