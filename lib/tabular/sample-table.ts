import { z } from "zod";
import { isObject } from "@/lib/formats/is-object";
import { guessMapping, SAMPLE_ROWS } from "@/lib/tabular/guess-mapping";
import { MAPPED_FIELDS } from "@/lib/tabular/mapping";
import { columnPaths, sharedColumns, tableColumns } from "@/lib/tabular/table-columns";

/** The beginning of a table of unknown columns, for a person to say which is which. */
export const TableSample = z.object({
  container: z.enum(["csv", "json", "parquet"]),
  columns: z.array(z.string()),
  /** Those that every row has: what tells a table of this kind again. */
  shared: z.array(z.string()),
  /** What a mapping may name, columns and what lies in them. */
  paths: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.unknown())),
  guesses: z.array(
    z.object({
      field: z.enum(MAPPED_FIELDS),
      column: z.string(),
      confidence: z.number(),
      why: z.string(),
    }),
  ),
});
export type TableSample = z.infer<typeof TableSample>;

const ROWS_SHOWN = 20;
const TEXT = 2_000;
const ITEMS = 50;
const DEPTH = 12;
const MOST_CHARACTERS = 400_000;

/** The first rows of a table with long texts and lists cut, and which column may be which field. */
export function sampleTable(
  container: TableSample["container"],
  values: readonly unknown[],
): TableSample {
  const rows = values.filter(isObject).slice(0, SAMPLE_ROWS);
  const paths = columnPaths(rows);
  const guesses = guessMapping(paths, rows);
  return {
    container,
    columns: tableColumns(rows),
    shared: sharedColumns(rows),
    paths,
    rows: shown(rows),
    guesses,
  };
}

function shown(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  const taken: Record<string, unknown>[] = [];
  let size = 0;
  for (const row of rows.slice(0, ROWS_SHOWN)) {
    const cut = Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, cutValue(value, DEPTH)]),
    );
    size += JSON.stringify(cut).length;
    if (size > MOST_CHARACTERS && taken.length > 0) break;
    taken.push(cut);
  }
  return taken;
}

function cutValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return Array.from(value.slice(0, TEXT)).join("");
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.slice(0, ITEMS).map((item) => cutValue(item, depth - 1));
  const members = Object.entries(value).slice(0, ITEMS);
  return Object.fromEntries(members.map(([key, member]) => [key, cutValue(member, depth - 1)]));
}
