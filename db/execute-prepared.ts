import { type Query, SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Executor } from "@/db/client";

const dialect = new PgDialect();

/**
 * Runs a statement that comes again and again with other values: a connection reads it once, and
 * sends its values with it from then on, in one round trip instead of two. Several that are begun
 * together follow each other without waiting for answers.
 *
 * @returns its rows, as they are; the caller says what they hold.
 */
export async function executePrepared<Row extends Record<string, unknown>>(
  executor: Executor,
  statement: SQL | Query,
): Promise<Row[]> {
  const query = statement instanceof SQL ? dialect.sqlToQuery(statement) : statement;
  // drizzle lets the driver keep what has a name; the driver itself names it by its text
  const prepared = executor._.session.prepareQuery(query, undefined, "kept", false);
  return (await prepared.execute()) as Row[];
}
