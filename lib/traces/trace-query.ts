import { z } from "zod";
import { SearchText } from "@/lib/calls/filter-text";
import { parseCursor, writeCursor } from "@/lib/paging/cursor";
import type { Cursor, PageRequest, SortDirection } from "@/lib/paging/keyset";
import { ok, refused, type Result } from "@/lib/result";

export type TraceQuery = {
  /** A part of a trace's id; null is any. */
  q: string | null;
  page: PageRequest;
};

const LIMIT = "limit is a whole number from 1 to 1000";
const PAGE_LIMIT = 50;

/** The parameters of a list of traces, in an address or in a request to the API. */
export const TraceParams = z.object({
  q: SearchText,
  dir: z.enum(["asc", "desc"], { error: "dir is asc or desc" }).default("desc"),
  limit: z.coerce
    .number({ error: LIMIT })
    .int(LIMIT)
    .min(1, LIMIT)
    .max(1000, LIMIT)
    .default(PAGE_LIMIT),
  cursor: z.string().max(500, "cursor is too long").nullish(),
});

const sortedBy = (direction: SortDirection) => ({ sort: "start", direction });

/** Reads the parameters of a list of traces, or says which one is wrong and what it may be. */
export function parseTraceQuery(params: Readonly<Record<string, unknown>>): Result<TraceQuery> {
  const parsed = TraceParams.safeParse(params);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => `${issue.message}.`).join(" "));
  }
  const { q, dir: direction, limit, cursor: written } = parsed.data;
  const read = written ? parseCursor(written, sortedBy(direction), "time") : null;
  if (read && !read.ok) return read;
  return ok({ q, page: { direction, cursor: read?.value ?? null, limit } });
}

/** The cursor of a list of traces as text; null stays null. */
export const writeTraceCursor = (cursor: Cursor | null, { page }: TraceQuery): string | null =>
  cursor && writeCursor(cursor, sortedBy(page.direction));
