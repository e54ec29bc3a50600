import { z } from "zod";
import type { ShownConversation } from "@/lib/calls/shown-conversation";
import type { RowId } from "@/lib/ids";
import { OwnLabel } from "./label-row";

/** A drawn call with all that the label screen shows of it, and nothing of what others say. */
export type LabelItem = {
  itemId: RowId;
  position: number;
  callId: RowId;
  cluster: string;
  agent: string | null;
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  latencyMs: number | null;
  error: string | null;
  traceId: RowId | null;
  /** Its place among the calls of its trace; null outside a trace. */
  step: { number: number; of: number } | null;
  conversation: ShownConversation;
};

/** The answer of the queue. Our own server makes it, so of an item the names alone are checked. */
export const QueueAnswer = z.object({
  queue: z.array(
    z.object({
      item: z.custom<LabelItem>(
        (item) =>
          z.object({ itemId: z.guid(), position: z.number(), callId: z.guid() }).safeParse(item)
            .success,
      ),
      own: OwnLabel.nullable(),
    }),
  ),
  /** Whether nothing lies behind these. */
  atEnd: z.boolean(),
});
export type QueueAnswer = z.infer<typeof QueueAnswer>;
