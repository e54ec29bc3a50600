import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema";

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** Whatever can run a statement. Commands that write more than one row should ask for a Transaction. */
export type Executor = Database | Transaction;

export type DatabaseHandle = { db: Database; close: () => Promise<void> };

/** Opens a pool on a PostgreSQL address. Connections are made when first needed. */
export function createDatabase(url: string, { max = 10 }: { max?: number } = {}): DatabaseHandle {
  const client = postgres(url, {
    max,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "assay", TimeZone: "UTC" },
  });
  return { db: drizzle({ client, schema }), close: () => client.end({ timeout: 5 }) };
}
