import { isObject } from "@/lib/formats/is-object";

type Row = Readonly<Record<string, unknown>>;

const DEEPEST = 3;
const MOST_PATHS = 300;

/** The columns of a table, from its first rows, in their order; `a.b` and `a.c` are one column a. */
export const tableColumns = (rows: readonly Row[]): string[] => [
  ...new Set(rows.flatMap(Object.keys)),
];

/** The columns that each of the first rows has: what rows of JSON, which may leave some out, share. */
export const sharedColumns = (rows: readonly Row[]): string[] =>
  tableColumns(rows).filter((column) => rows.every((row) => Object.hasOwn(row, column)));

/** What a mapping may name: the columns, and as `a.b` what lies in those that hold objects. */
export function columnPaths(rows: readonly Row[]): string[] {
  const found = new Set<string>();
  for (const column of tableColumns(rows)) {
    const inner = rows.flatMap((row) => pathsIn(row[column], column, 1));
    if (inner.length === 0) found.add(column);
    for (const path of inner) found.add(path);
  }
  return [...found].slice(0, MOST_PATHS);
}

function pathsIn(value: unknown, path: string, depth: number): string[] {
  if (!isObject(value) || depth >= DEEPEST) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const inner = pathsIn(member, `${path}.${key}`, depth + 1);
    return inner.length === 0 ? [`${path}.${key}`] : inner;
  });
}

/** The same text for the same columns in whatever order: what tells a table again. */
export const columnsKey = (columns: readonly string[]): string =>
  JSON.stringify([...new Set(columns)].toSorted());
