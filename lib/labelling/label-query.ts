import { z } from "zod";
import { parseCursor } from "@/lib/paging/cursor";
import type { Cursor } from "@/lib/paging/keyset";
import { ok, refused, type Result } from "@/lib/result";

/** Labels come in the order in which they were written. */
export const LABEL_ORDER = { sort: "created_at", direction: "asc" } as const;

const LIMIT = "limit is a whole number from 1 to 1000";
const DRAW = "draw is the number of a draw";

/** The parameters of a list of labels. */
export const LabelParams = z.object({
  limit: z.coerce.number({ error: LIMIT }).int(LIMIT).min(1, LIMIT).max(1000, LIMIT).default(100),
  cursor: z.string().max(500, "cursor is too long").nullish(),
  draw: z.coerce
    .number({ error: DRAW })
    .int(DRAW)
    .min(1, DRAW)
    .max(2_147_483_647, DRAW)
    .nullable()
    .default(null),
  current: z
    .enum(["true", "false"], { error: "current is true or false" })
    .transform((given) => given === "true")
    .default(false),
});

export type LabelQuery = {
  limit: number;
  cursor: Cursor | null;
  draw: number | null;
  /** Whether rows that are superseded or taken back are left out. */
  current: boolean;
};

/** Reads `?limit=&cursor=&draw=&current=`, or says which is wrong and what it may be. */
export function parseLabelQuery(params: Readonly<Record<string, unknown>>): Result<LabelQuery> {
  const parsed = LabelParams.safeParse(params);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => `${issue.message}.`).join(" "));
  }
  const { cursor: written, ...query } = parsed.data;
  if (!written) return ok({ ...query, cursor: null });
  const cursor = parseCursor(written, LABEL_ORDER, "time");
  return cursor.ok ? ok({ ...query, cursor: cursor.value }) : cursor;
}
