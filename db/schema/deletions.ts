import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, instant, rowId, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

/** What is being deleted, or was: a job works through it in batches and keeps here how far it is. */
export const deletions = pgTable(
  "deletions",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    what: text("what", { enum: ["trace", "import", "older", "workspace"] }).notNull(),
    /** The id of what goes; of `older` the moment (ISO, UTC) before which everything goes. */
    subject: text("subject").notNull(),
    state: text("state", { enum: ["queued", "running", "done", "failed"] }).notNull(),
    /** As counted when it was asked for. */
    callsTotal: integer("calls_total").notNull(),
    callsDone: integer("calls_done").notNull().default(0),
    /** Committed batches: who remembers stored rows looks here whether some may have gone since. */
    batches: integer("batches").notNull().default(0),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("deletions_newest").on(table.workspaceId, table.createdAt, table.id),
  ],
);
