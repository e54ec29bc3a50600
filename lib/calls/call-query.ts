import { z } from "zod";
import { type SortKind, parseCursor, writeCursor } from "@/lib/paging/cursor";
import type { Cursor, PageRequest } from "@/lib/paging/keyset";
import { ok, refused, type Result } from "@/lib/result";
import type { Scope } from "@/lib/scope/scope";
import { type ParamRecord, parseScopeParams } from "@/lib/scope/scope-params";
import { ExactText, SearchText } from "./filter-text";

export const CALL_SORTS = ["time", "cost", "tokens", "latency"] as const;
export type CallSort = (typeof CALL_SORTS)[number];

const SORT_KIND: Record<CallSort, SortKind> = {
  time: "time",
  cost: "number",
  tokens: "integer",
  latency: "number",
};

export const CALL_FLAGS = [
  "errored",
  "without_text",
  "without_ground_truth",
  "near_duplicate",
] as const;
export type CallFlag = (typeof CALL_FLAGS)[number];

/** Which calls. Each part narrows; null is any. */
export type CallFilter = {
  q: string | null;
  /** A cluster's id or name. */
  cluster: string | null;
  /** A route key: the step type, or what stands for it. */
  step: string | null;
  agent: string | null;
  model: string | null;
  /** A trace's id, ours or the source's. */
  trace: string | null;
  import: string | null;
  flag: CallFlag | null;
  /** A call's id: those that were asked like it, and itself. */
  alike: string | null;
};

export type CallQuery = {
  filter: CallFilter;
  /** The scope that is asked for; null asks for none. */
  scope: Scope | null;
  sort: CallSort;
  page: PageRequest;
  /** Whether calls of the list that were asked alike are one row. */
  fold: boolean;
};

/** Rows of a screen. */
export const PAGE_LIMIT = 50;

/** The parameters of a list of calls, in an address or in a request to the API. */
export const CallParams = z.object({
  q: SearchText,
  cluster: ExactText,
  step: ExactText,
  agent: ExactText,
  model: ExactText,
  trace: ExactText,
  import: z
    .union([z.guid("import is the id of an import"), z.literal("").transform(() => null)])
    .nullish(),
  flag: z.enum(CALL_FLAGS, { error: `flag is one of ${CALL_FLAGS.join(", ")}` }).nullish(),
  alike: z
    .union([z.guid("alike is the id of a call"), z.literal("").transform(() => null)])
    .nullish(),
  fold: z
    .enum(["1"], { error: "fold is 1 or not given" })
    .nullish()
    .describe(
      "Calls of the list that were asked alike as one row, their first, with `folded_calls`",
    ),
  sort: z.enum(CALL_SORTS, { error: `sort is one of ${CALL_SORTS.join(", ")}` }).default("time"),
  dir: z.enum(["asc", "desc"], { error: "dir is asc or desc" }).default("desc"),
  limit: z.coerce
    .number({ error: "limit is a whole number from 1 to 1000" })
    .int("limit is a whole number from 1 to 1000")
    .min(1, "limit is a whole number from 1 to 1000")
    .max(1000, "limit is a whole number from 1 to 1000")
    .default(PAGE_LIMIT),
  cursor: z.string().max(500, "cursor is too long").nullish(),
});

/** Reads the parameters of a list of calls, or says which one is wrong and what it may be. */
export function parseCallQuery(params: Readonly<Record<string, unknown>>): Result<CallQuery> {
  const parsed = CallParams.safeParse(params);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => `${issue.message}.`).join(" "));
  }
  const scope = parseScopeParams(params as ParamRecord);
  if (!scope.ok) return scope;
  const { sort, dir: direction, limit, cursor: written, fold, ...filter } = parsed.data;
  let cursor: Cursor | null = null;
  if (written) {
    const read = parseCursor(written, { sort, direction }, SORT_KIND[sort]);
    if (!read.ok) return read;
    cursor = read.value;
  }
  return ok({
    filter: {
      ...filter,
      import: filter.import ?? null,
      flag: filter.flag ?? null,
      alike: filter.alike ?? null,
    },
    scope: scope.value,
    sort,
    fold: fold === "1",
    page: { direction, cursor, limit },
  });
}

/** The cursor of a list of calls as text; null stays null. */
export const writeCallCursor = (cursor: Cursor | null, { sort, page }: CallQuery): string | null =>
  cursor && writeCursor(cursor, { sort, direction: page.direction });
