import type { Sql } from "postgres";
import { survivorsIn } from "./plants";

/** Where something planted was found again, and by which rule it should have gone. */
export type Survivor = { place: string; rules: string[] };

/** Looks at one text of the product. */
export function scanText(place: string, text: string): Survivor[] {
  const rules = survivorsIn(text);
  return rules.length === 0 ? [] : [{ place, rules }];
}

/** Looks at every column of every table that can hold text or bytes, those of jobs too. */
export async function scanDatabase(sql: Sql): Promise<Survivor[]> {
  const columns = await sql<{ schema: string; table: string; name: string; kind: string }[]>`
    SELECT table_schema AS schema, table_name AS table, column_name AS name, data_type AS kind
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
      AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')`;
  if (columns.length < 50) throw new Error(`only ${columns.length} columns were found to scan`);
  const found: Survivor[] = [];
  for (const { schema, table, name, kind } of columns) {
    const column = sql(name);
    const shown = kind === "bytea" ? sql`encode(${column}, 'escape')` : sql`${column}::text`;
    const rows = await sql<{ all: string | null }[]>`
      SELECT string_agg(${shown}, E'\n') AS all FROM ${sql(schema)}.${sql(table)}`;
    found.push(...scanText(`column ${schema}.${table}.${name}`, rows[0]?.all ?? ""));
  }
  return found;
}
