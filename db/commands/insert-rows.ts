import {
  getTableColumns,
  getTableName,
  type InferInsertModel,
  type Query,
  sql,
  type SQL,
} from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Executor } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";

type Row<Table extends PgTable> = InferInsertModel<Table>;

/**
 * Inserts many rows in one statement, one array parameter a column, in the order of the primary
 * key's last column so that two imports lock rows in the same order. Rows that are already there
 * stay as they are.
 *
 * @returns the values of `returning` for the rows that are new, and only for those.
 */
export async function insertNewRows<Table extends PgTable>(
  executor: Executor,
  table: Table,
  rows: readonly Row<Table>[],
  returning: PgColumn,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const result = await executePrepared<{ key: string }>(
    executor,
    insertStatement(table, rows, returning),
  );
  return result.map((row) => row.key);
}

/** Written out by hand: put together from pieces of SQL it would take longer than its rows. */
function insertStatement<Table extends PgTable>(
  table: Table,
  rows: readonly Row<Table>[],
  key: PgColumn,
): Query {
  const columns = usedColumns(table, rows);
  const names = columns.map(([, column]) => quoted(column.name)).join(", ");
  const arrays = columns.map(([name, column]) => arrayOf(rows, name, column));
  const source = arrays.map(({ cast }, at) => cast(`$${at + 1}`)).join(", ");
  return {
    sql: `INSERT INTO ${quoted(getTableName(table))} (${names})
      SELECT * FROM unnest(${source}) AS given (${names}) ORDER BY ${quoted(key.name)}
      ON CONFLICT DO NOTHING RETURNING ${quoted(key.name)} AS key`,
    params: arrays.map(({ value }) => value),
  };
}

/** Names of our own schema hold no quotes. */
const quoted = (name: string): string => `"${name}"`;

/** The columns that any row names; the others take their defaults. */
function usedColumns<Table extends PgTable>(table: Table, rows: readonly Row<Table>[]) {
  const named = new Set<string>();
  for (const row of rows) for (const key of Object.keys(row)) named.add(key);
  return Object.entries<PgColumn>(getTableColumns(table) as Record<string, PgColumn>).filter(
    ([key]) => named.has(key),
  );
}

/** One column of some rows as one parameter, cast to an array of the column's type. */
export function columnArray(rows: readonly object[], key: string, column: PgColumn): SQL {
  const { value, cast } = arrayOf(rows, key, column);
  const [before = "", after = ""] = cast("$").split("$");
  return sql`${sql.raw(before)}${sql.param(value)}${sql.raw(after)}`;
}

type ArrayParameter = { value: string; cast: (parameter: string) => string };

function arrayOf(rows: readonly object[], key: string, column: PgColumn): ArrayParameter {
  const type = column.getSQLType();
  const isJson = type === "jsonb" || type === "json";
  const values = rows.map((row) => {
    const value = (row as Record<string, unknown>)[key] ?? null;
    return value === null ? null : isJson ? JSON.stringify(value) : value;
  });
  const { value, cast } = arrayParameter(values, isJson ? "text" : type);
  return isJson ? { value, cast: (parameter) => `${cast(parameter)}::jsonb[]` } : { value, cast };
}

/** Never in JSON text, and hardly ever in other text. */
const [SEPARATOR, NULL_MARK] = ["\u001f", "\u001e"];

/**
 * Types whose values need no quotes in an array. Of the others all null are joined likewise, so that a
 * table's statement has one text, whatever the values: the connection keeps each text that it meets.
 */
const UNQUOTED = /^(?:smallint|integer|bigint|real|double|numeric|boolean)/u;

function arrayParameter(values: readonly unknown[], type: string): ArrayParameter {
  const joined = UNQUOTED.test(type) ? null : joinedTexts(values);
  if (joined === null)
    return { value: arrayLiteral(values), cast: (parameter) => `${parameter}::${type}[]` };
  return {
    value: joined,
    cast: (parameter) => `string_to_array(${parameter}::text, E'\\x1f', E'\\x1e')::${type}[]`,
  };
}

/** Texts as one, which spares escaping each quote in them; null when one holds a separator. */
function joinedTexts(values: readonly unknown[]): string | null {
  const texts: string[] = [];
  for (const value of values) {
    if (value === null) texts.push(NULL_MARK);
    else if (typeof value !== "string") return null;
    else if (value.includes(SEPARATOR) || value.includes(NULL_MARK)) return null;
    else texts.push(value);
  }
  // the empty text would be an array without members
  return texts.join(SEPARATOR) || null;
}

/** PostgreSQL's text form of an array. Strings are quoted always, so that "NULL" stays a word. */
function arrayLiteral(values: readonly unknown[]): string {
  const parts = values.map((value) => {
    if (value === null) return "NULL";
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    return `"${String(value).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  });
  return `{${parts.join(",")}}`;
}
