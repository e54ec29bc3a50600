import { z } from "zod";
import type { Cursor, SortDirection } from "@/lib/paging/keyset";
import { ok, refused, type Result } from "@/lib/result";

const Written = z.tuple([
  z.string(),
  z.enum(["asc", "desc"]),
  z.union([z.string().max(64), z.number(), z.null()]),
  z.guid(),
  z.boolean(),
]);

/** The list that a cursor belongs to: it means nothing in another order. */
export type SortedBy = { sort: string; direction: SortDirection };

/** What a list is sorted by: a cursor of another kind never reaches the database. */
export type SortKind = "time" | "integer" | "number";

/** A cursor as it stands in an address. */
export function writeCursor(cursor: Cursor, { sort, direction }: SortedBy): string {
  const text = JSON.stringify([sort, direction, cursor.value, cursor.id, cursor.before]);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "");
}

/** Reads a cursor of an address; refuses what we did not write, or wrote for another order. */
export function parseCursor(text: string, by: SortedBy, kind: SortKind): Result<Cursor> {
  const bad = refused(
    "invalid",
    "This cursor is none of ours. Take `next_cursor` as the answer before gave it, or leave it out to begin at the first page.",
  );
  const parsed = Written.safeParse(decode(text));
  if (!parsed.success) return bad;
  const [sort, direction, value, id, before] = parsed.data;
  if (sort !== by.sort || direction !== by.direction) {
    return refused(
      "invalid",
      `This cursor belongs to a list sorted by ${sort}, ${direction}. Keep the sort from page to page, or leave the cursor out.`,
    );
  }
  const fits = value === null || FITS[kind](value);
  return fits ? ok({ value, id, before }) : bad;
}

const TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d(?::?\d\d)?)$/u;
const INT4 = 2 ** 31;

const FITS: Record<SortKind, (value: string | number) => boolean> = {
  time: (value) =>
    typeof value === "string" && TIME.test(value) && !Number.isNaN(Date.parse(value.slice(0, 19))),
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) < INT4,
  number: (value) => typeof value === "number",
};

function decode(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return null;
  }
}
