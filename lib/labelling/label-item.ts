import { z } from "zod";
import type { ShownConversation } from "@/lib/calls/shown-conversation";
import type { BlockChange } from "@/lib/calls/mark-changes";
import type { RowId } from "@/lib/ids";
import { MOST_HELD, QUEUE_ORDERS } from "./lease";
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
  /** Which parts of the last input's blocks the call before did not have, by block; null if it says nothing. */
  changed: readonly BlockChange[] | null;
  /** How many other calls were asked the same; MOST_ALIKE and one more stand for all above. */
  alike: number;
};

/** How far a person is in a draw. */
export const QueueCounts = z.object({
  labelled: z.number(),
  /** Items that they could label now: held by them, or still to be had. */
  open: z.number(),
  /** Items that they passed over. */
  skipped: z.number(),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

/** What the label screen asks of the queue: it names what it has, and how many more it wants. */
export const QueueRequest = z.object({
  draw: z.number().int().min(1).max(2_147_483_647),
  order: z.enum(QUEUE_ORDERS).default("random"),
  /** Items on the screen without a label of ours on the server: they are held on. */
  known: z.array(z.guid()).max(1000).default([]),
  want: z.number().int().min(0).max(MOST_HELD).default(0),
});
export type QueueRequest = z.infer<typeof QueueRequest>;

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
  /** Whether there is nothing more to be had now. */
  atEnd: z.boolean(),
  counts: QueueCounts,
  /** Items among the known ones that others have taken meanwhile. */
  lost: z.array(z.guid()),
});
export type QueueAnswer = z.infer<typeof QueueAnswer>;
