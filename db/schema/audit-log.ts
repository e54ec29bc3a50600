import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, rowId, workspaceId } from "./columns";

/** What was done, by whom; written in the transaction of the deed, and outliving what it names. */
export const auditLog = pgTable(
  "audit_log",
  {
    workspaceId: workspaceId(),
    id: rowId(),
    /** A user id, `key:<api key id>`, or `system`. */
    actor: text("actor").notNull(),
    /** `noun.verb`, for example `import.finish`. */
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("audit_log_newest").on(table.workspaceId, table.createdAt, table.id),
  ],
);
