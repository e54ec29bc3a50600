import { type SQLWrapper, sql } from "drizzle-orm";
import type { Database, Executor } from "@/db/client";

/** The plan of what a query would run, for tests: its statement is caught and explained. */
export async function planOf(db: Database, ask: (executor: Executor) => unknown): Promise<string> {
  let asked: SQLWrapper | undefined;
  const listen = new Proxy(db, {
    get: (target, name, receiver) =>
      name === "execute"
        ? (query: SQLWrapper) => {
            asked = query;
            return Promise.resolve([]);
          }
        : Reflect.get(target, name, receiver),
  });
  const built = ask(listen);
  const query = asked ?? (built as SQLWrapper);
  const rows = await db.execute<{ "QUERY PLAN": string }>(sql`EXPLAIN ${query}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
