import { getTableColumns, getTableName, type InferInsertModel, sql, type SQL } from "drizzle-orm";
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
  const statement = sql`${insertStatement(table, rows, returning)} ON CONFLICT DO NOTHING RETURNING ${sql.identifier(returning.name)} AS key`;
  const result = await executePrepared<{ key: string }>(executor, statement);
  return result.map((row) => row.key);
}

function insertStatement<Table extends PgTable>(
  table: Table,
  rows: readonly Row<Table>[],
  orderBy: PgColumn,
): SQL {
  const columns = usedColumns(table, rows);
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const arrays = columns.map(([key, column]) => columnArray(rows, key, column));
  const target = sql`INSERT INTO ${sql.identifier(getTableName(table))} (${sql.join(names, sql`, `)})`;
  const source = sql`SELECT * FROM unnest(${sql.join(arrays, sql`, `)}) AS given (${sql.join(names, sql`, `)})`;
  return sql`${target} ${source} ORDER BY ${sql.identifier(orderBy.name)}`;
}

/** The columns that any row names; the others take their defaults. */
function usedColumns<Table extends PgTable>(table: Table, rows: readonly Row<Table>[]) {
  const named = new Set<string>();
  for (const row of rows) for (const key of Object.keys(row)) named.add(key);
  return Object.entries<PgColumn>(getTableColumns(table) as Record<string, PgColumn>).filter(
    ([key]) => named.has(key),
  );
}

/** One column of some rows as one array parameter, cast to the column's type. */
export function columnArray(rows: readonly object[], key: string, column: PgColumn): SQL {
  const type = column.getSQLType();
  const isJson = type === "jsonb" || type === "json";
  const values = rows.map((row) => {
    const value = (row as Record<string, unknown>)[key] ?? null;
    return value === null ? null : isJson ? JSON.stringify(value) : value;
  });
  return sql`${arrayParameter(values, isJson ? "text" : type)}${isJson ? sql`::jsonb[]` : sql``}`;
}

/** Never in JSON text, and hardly ever in other text. */
const [SEPARATOR, NULL_MARK] = ["\u001f", "\u001e"];

function arrayParameter(values: readonly unknown[], type: string): SQL {
  const joined = joinedTexts(values);
  if (joined === null) return sql`${sql.param(arrayLiteral(values))}::${sql.raw(type)}[]`;
  return sql`string_to_array(${sql.param(joined)}::text, ${SEPARATOR}, ${NULL_MARK})::${sql.raw(type)}[]`;
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
