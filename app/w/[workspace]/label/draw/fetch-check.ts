import { z } from "zod";
import type { DrawCheck } from "@/lib/labelling/check-record";

const Answer = z.object({
  identical: z.boolean(),
  items: z.number(),
  frameCalls: z.number(),
  differences: z.array(z.string()),
}) satisfies z.ZodType<DrawCheck>;

/** Asks the server to draw a draw again; null when it does not answer. */
export async function fetchCheck(address: string): Promise<DrawCheck | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? Answer.parse(await answer.json()) : null;
  } catch {
    return null;
  }
}
