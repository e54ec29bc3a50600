import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, rowId, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

/** One run of the agent. Its id is a keyed digest of the source's trace id. */
export const traces = pgTable(
  "traces",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    sourceTraceId: text("source_trace_id").notNull(),
    environment: text("environment"),
    /** Whether the run did what it was for; null when the source does not say. */
    outcome: boolean("outcome"),
    /** Its records contradict each other about the outcome, which is unknown from then on. */
    outcomeConflict: boolean("outcome_conflict").notNull().default(false),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    /**
     * What its spans had come to when it was last settled, as JSON text, so that the next may be
     * settled beside them; null when they have to be settled all together.
     */
    settled: text("settled"),
    importId: uuid("import_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("traces_newest").on(table.workspaceId, table.startedAt.desc().nullsLast(), table.id),
    index("traces_source").on(table.workspaceId, table.sourceTraceId),
  ],
);
