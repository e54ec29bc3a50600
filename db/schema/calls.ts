import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, rowId, workspaceId } from "./columns";
import { imports } from "./imports";
import { kinds } from "./clusters";
import { traces } from "./traces";

/**
 * One LLM call: what lists, filters and sums need, and a preview. Bodies lie in `nodes`. Null is
 * "the source is silent". Tokens are inclusive: input includes cached and written, output
 * includes reasoning.
 */
export const calls = pgTable(
  "calls",
  {
    workspaceId: workspaceId(),
    id: rowId(),
    importId: uuid("import_id").notNull(),
    /** Place in the import: the order of calls whose source gives no time. */
    ordinal: integer("ordinal").notNull(),
    traceId: uuid("trace_id"),
    sourceTraceId: text("source_trace_id"),
    sourceSpanId: text("source_span_id"),
    sourceParentSpanId: text("source_parent_span_id"),
    kindId: uuid("kind_id").notNull(),
    stepType: text("step_type"),
    stepSource: text("step_source"),
    agent: text("agent"),
    humanFacing: boolean("human_facing"),
    provider: text("provider"),
    requestModel: text("request_model"),
    model: text("model"),
    modality: text("modality"),
    attempt: integer("attempt"),
    environment: text("environment"),
    inputTokens: integer("input_tokens"),
    cachedInputTokens: integer("cached_input_tokens"),
    cacheWriteTokens: integer("cache_write_tokens"),
    outputTokens: integer("output_tokens"),
    reasoningTokens: integer("reasoning_tokens"),
    totalTokens: integer("total_tokens").generatedAlwaysAs(sql`input_tokens + output_tokens`),
    statedCostUsd: doublePrecision("stated_cost_usd"),
    /**
     * For sorting and drawing only: the stated cost, else the list price when the call was read.
     * What a screen shows is priced at reading, so that an override counts at once.
     */
    costUsd: doublePrecision("cost_usd"),
    latencyMs: doublePrecision("latency_ms"),
    startedAt: instant("started_at"),
    error: text("error"),
    correct: boolean("correct"),
    /** The outcome of the run as this call's own record told it; the trace's is `traces.outcome`. */
    traceOutcome: boolean("trace_outcome"),
    /** One line, at most 200 characters; null when there is no text. */
    preview: text("preview"),
    messageCount: integer("message_count"),
    requestNodeId: uuid("request_node_id"),
    responseNodeId: uuid("response_node_id"),
    settingsId: uuid("settings_id"),
    /** Digest of the whole canonical call: the same again is known without a closer look. */
    contentId: uuid("content_id").notNull(),
    parserVersion: integer("parser_version").notNull(),
    mergedInto: uuid("merged_into"),
    errored: boolean("errored").notNull(),
    withoutText: boolean("without_text").notNull(),
    withoutGroundTruth: boolean("without_ground_truth").notNull(),
    /** Something in it was replaced by a mark before it was stored. */
    redacted: boolean("redacted").notNull().default(false),
    /** Calls that were asked alike have the same; null when no message is known. */
    fingerprint: uuid("fingerprint"),
    fingerprintVersion: integer("fingerprint_version"),
    /** When it was stored, an earlier call of the workspace had its fingerprint. */
    nearDuplicate: boolean("near_duplicate").notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      columns: [table.workspaceId, table.importId],
      foreignColumns: [imports.workspaceId, imports.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.kindId],
      foreignColumns: [kinds.workspaceId, kinds.id],
    }),
    foreignKey({
      columns: [table.workspaceId, table.traceId],
      foreignColumns: [traces.workspaceId, traces.id],
    }),
    index("calls_by_time").on(table.workspaceId, table.startedAt.desc().nullsLast(), table.id),
    index("calls_by_cost").on(table.workspaceId, table.costUsd.desc().nullsLast(), table.id),
    index("calls_by_tokens").on(table.workspaceId, table.totalTokens.desc().nullsLast(), table.id),
    index("calls_by_latency").on(table.workspaceId, table.latencyMs.desc().nullsLast(), table.id),
    index("calls_by_kind").on(
      table.workspaceId,
      table.kindId,
      table.startedAt.desc().nullsLast(),
      table.id,
    ),
    index("calls_by_trace").on(table.workspaceId, table.traceId),
    index("calls_by_import").on(table.workspaceId, table.importId, table.ordinal),
    index("calls_alike").on(table.workspaceId, table.fingerprint),
  ],
);
