import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, rowId, workspaceId } from "./columns";
import { imports } from "./imports";
import { traces } from "./traces";
import { workspaces } from "./workspaces";

/**
 * What the records of one span say of it, folded, from which its trace is settled again whenever a
 * late record comes. The LLM calls among them have a row in `calls` as well; the others name steps,
 * carry outcomes and show what tools did. Messages lie in `nodes`.
 */
export const spans = pgTable(
  "spans",
  {
    workspaceId: workspaceId(),
    /** Keyed digest of the source's trace and span id. */
    id: rowId(),
    traceId: uuid("trace_id").notNull(),
    importId: uuid("import_id").notNull(),
    /** As the source writes it; empty for what is said of the trace as a whole. */
    sourceSpanId: text("source_span_id").notNull(),
    sourceParentSpanId: text("source_parent_span_id"),
    role: text("role"),
    name: text("name"),
    startedAt: instant("started_at"),
    latencyMs: doublePrecision("latency_ms"),
    error: text("error"),
    agent: text("agent"),
    toolName: text("tool_name"),
    /** The outcome that was stated of it. */
    correct: boolean("correct"),
    /** The call's row, when this span is an LLM call or a second view of one. */
    callId: uuid("call_id"),
    /** Set when this span is a second view of that call. */
    merged: boolean("merged").notNull().default(false),
    /** Digest of what was last written to the call that this span made; null when it made none. */
    settledId: uuid("settled_id"),
    /** Whether a rule of redaction struck in any of its records. */
    redacted: boolean("redacted").notNull().default(false),
    /** The row of its parent, whether it has come or not: the parent that its own record names. */
    parentId: uuid("parent_id"),
    /** Digest of the provider's id of the answer, within the trace: views of one call have the same. */
    answerId: uuid("answer_id"),
    /** Its conversation, also where that came in pieces. */
    requestNodeId: uuid("request_node_id"),
    responseNodeId: uuid("response_node_id"),
    settingsId: uuid("settings_id"),
    /** The folded record as JSON text, without messages, answer, settings and pieces. */
    record: text("record").notNull(),
    /** The pieces of its conversation as JSON text, of which only a further piece needs to know. */
    pieces: text("pieces"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      columns: [table.workspaceId, table.traceId],
      foreignColumns: [traces.workspaceId, traces.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.importId],
      foreignColumns: [imports.workspaceId, imports.id],
    }).onDelete("cascade"),
    index("spans_by_trace").on(table.workspaceId, table.traceId, table.startedAt),
    index("spans_by_import").on(table.workspaceId, table.importId),
    index("spans_source").on(table.workspaceId, table.sourceSpanId),
    index("spans_by_parent").on(table.workspaceId, table.parentId),
    index("spans_by_answer").on(table.workspaceId, table.answerId),
    index("spans_by_request").on(table.workspaceId, table.requestNodeId),
  ],
);

/** Records that name a span but no trace, such as scores, until their span arrives. */
export const waitingRecords = pgTable(
  "waiting_records",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** Keyed digest of the record: the same again is known. */
    id: rowId(),
    /** The import that brought it. */
    importId: uuid("import_id"),
    sourceSpanId: text("source_span_id").notNull(),
    record: text("record").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("waiting_records_span").on(table.workspaceId, table.sourceSpanId),
  ],
);
