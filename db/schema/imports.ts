import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, rowId, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

const count = (name: string) => integer(name).notNull().default(0);

/** What an API key's exporters sent on one UTC day is one import, open until the day is over. */
export const ROLLING_SOURCES = ["otlp", "langfuse", "langsmith"] as const;

/** One upload, or one day of a key's stream, and its receipt. */
export const imports = pgTable(
  "imports",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    name: text("name").notNull(),
    source: text("source", {
      enum: ["upload", "api", "sample", ...ROLLING_SOURCES],
    }).notNull(),
    state: text("state", {
      enum: ["running", "done", "cancelled", "interrupted", "refused"],
    }).notNull(),
    format: text("format"),
    /** Why a file was refused as a whole, or where a run broke off. */
    problem: text("problem"),
    bytesTotal: bigint("bytes_total", { mode: "number" }),
    /** Bytes of the file as sent (compressed), and as read (inflated). */
    bytesReceived: bigint("bytes_received", { mode: "number" }).notNull().default(0),
    bytesRead: bigint("bytes_read", { mode: "number" }).notNull().default(0),
    // records = calls_new + calls_known + other + unparseable, in every state of the row
    records: count("records"),
    callsNew: count("calls_new"),
    callsKnown: count("calls_known"),
    callsCompleted: count("calls_completed"),
    callsConflicting: count("calls_conflicting"),
    other: count("other"),
    unparseable: count("unparseable"),
    mergedLater: count("merged_later"),
    tracesNew: count("traces_new"),
    // flags overlap, and are counted over the new calls
    errored: count("errored"),
    withoutGroundTruth: count("without_ground_truth"),
    withoutText: count("without_text"),
    redacted: count("redacted"),
    nearDuplicate: count("near_duplicate"),
    /** How often each rule of redaction struck in the new calls. */
    redactions: jsonb("redactions").$type<Record<string, number>>().notNull().default({}),
    warnings: jsonb("warnings").$type<string[]>().notNull().default([]),
    /** What has been seen so far: agents, models, step types, a few of each. */
    found: jsonb("found").$type<Record<string, string[]>>().notNull().default({}),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    heartbeatAt: instant("heartbeat_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("imports_newest").on(table.workspaceId, table.createdAt, table.id),
  ],
);

/** Records that did not become a new or known call, and second versions that conflict. */
export const rejectedRecords = pgTable(
  "rejected_records",
  {
    workspaceId: workspaceId(),
    importId: uuid("import_id").notNull(),
    /** The record's place in the file, counted from 1. */
    ordinal: integer("ordinal").notNull(),
    line: integer("line").notNull(),
    why: text("why", { enum: ["unparseable", "other", "conflicting"] }).notNull(),
    reason: text("reason").notNull(),
    excerpt: text("excerpt").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.importId, table.ordinal] }),
    foreignKey({
      columns: [table.workspaceId, table.importId],
      foreignColumns: [imports.workspaceId, imports.id],
    }).onDelete("cascade"),
  ],
);
