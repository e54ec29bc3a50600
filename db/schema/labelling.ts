import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, rowId, workspaceId } from "./columns";
import { calls } from "./calls";
import { workspaces } from "./workspaces";

/** The question, the reasons and the assumed SLM; one row a version, frozen once a label uses it. */
export const codebooks = pgTable(
  "codebooks",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    version: integer("version").notNull(),
    /** What the version changed: labels of a version before a "wording" change still count. */
    change: text("change", { enum: ["first", "wording", "meaning"] }).notNull(),
    content: jsonb("content").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("codebooks_version").on(table.workspaceId, table.version),
  ],
);

/** Whoever gives labels: a member, an external reviewer, a reference reading, a machine. */
export const raters = pgTable(
  "raters",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    kind: text("kind", { enum: ["member", "external", "reference", "machine"] }).notNull(),
    name: text("name").notNull(),
    /** The account behind a member; no foreign key, accounts stand apart. */
    userId: text("user_id"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("raters_user").on(table.workspaceId, table.userId),
  ],
);

/** A recorded random sample: the same data and seed give the same items. */
export const draws = pgTable(
  "draws",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    number: integer("number").notNull(),
    codebookId: uuid("codebook_id").notNull(),
    seed: text("seed").notNull(),
    /** What the frame was taken from; later also window, environment, agents. */
    scope: jsonb("scope").notNull(),
    /** Digest of the sorted frame ids, so that another person can check that theirs is the same. */
    frameHash: text("frame_hash").notNull(),
    frameCalls: integer("frame_calls").notNull(),
    perCluster: integer("per_cluster").notNull(),
    maxPerTrace: integer("max_per_trace"),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("draws_number").on(table.workspaceId, table.number),
    foreignKey({
      columns: [table.workspaceId, table.codebookId],
      foreignColumns: [codebooks.workspaceId, codebooks.id],
    }),
  ],
);

/** A stratum of a draw: the cluster as it was then, its size, its totals, how many were drawn. */
export const drawStrata = pgTable(
  "draw_strata",
  {
    workspaceId: workspaceId(),
    drawId: uuid("draw_id").notNull(),
    clusterId: uuid("cluster_id").notNull(),
    frameCalls: integer("frame_calls").notNull(),
    frameTokens: doublePrecision("frame_tokens"),
    frameSpendUsd: doublePrecision("frame_spend_usd"),
    drawn: integer("drawn").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.drawId, table.clusterId] }),
    foreignKey({
      columns: [table.workspaceId, table.drawId],
      foreignColumns: [draws.workspaceId, draws.id],
    }).onDelete("cascade"),
  ],
);

/** The frozen frame: every call that could have been drawn, with its permanent random number. */
export const drawFrame = pgTable(
  "draw_frame",
  {
    workspaceId: workspaceId(),
    drawId: uuid("draw_id").notNull(),
    callId: uuid("call_id").notNull(),
    clusterId: uuid("cluster_id").notNull(),
    /** HMAC(draw seed, call id) as a fraction in [0, 1). */
    randomNumber: doublePrecision("random_number").notNull(),
    spendUsd: doublePrecision("spend_usd"),
    tokens: integer("tokens"),
    multiplicity: integer("multiplicity").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.drawId, table.callId] }),
    foreignKey({
      columns: [table.workspaceId, table.drawId],
      foreignColumns: [draws.workspaceId, draws.id],
    }).onDelete("cascade"),
  ],
);

/** A drawn call. Its inclusion probability and stratum are stored and never change. */
export const drawItems = pgTable(
  "draw_items",
  {
    workspaceId: workspaceId(),
    id: rowId(),
    drawId: uuid("draw_id").notNull(),
    callId: uuid("call_id").notNull(),
    clusterId: uuid("cluster_id").notNull(),
    /** The order in which the queue serves items. */
    position: integer("position").notNull(),
    inclusionProbability: doublePrecision("inclusion_probability").notNull(),
    multiplicity: integer("multiplicity").notNull().default(1),
    spendUsd: doublePrecision("spend_usd"),
    tokens: integer("tokens"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("draw_items_call").on(table.workspaceId, table.drawId, table.callId),
    index("draw_items_of_call").on(table.workspaceId, table.callId),
    index("draw_items_order").on(table.workspaceId, table.drawId, table.position),
    foreignKey({
      columns: [table.workspaceId, table.drawId],
      foreignColumns: [draws.workspaceId, draws.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.callId],
      foreignColumns: [calls.workspaceId, calls.id],
    }).onDelete("cascade"),
  ],
);

/**
 * One rater's verdict on one call. Rows are only added: the id is made by the client (safe to
 * retry), a correction supersedes, an undo is a row that retracts. Counts are derived.
 */
export const labels = pgTable(
  "labels",
  {
    workspaceId: workspaceId(),
    id: rowId(),
    callId: uuid("call_id").notNull(),
    /** The drawn item it answers; null for a label on a call that no draw selected. */
    itemId: uuid("item_id"),
    slot: integer("slot").notNull().default(1),
    raterId: uuid("rater_id").notNull(),
    codebookId: uuid("codebook_id").notNull(),
    origin: text("origin", {
      enum: ["hand", "propagated", "imported", "reference", "machine"],
    }).notNull(),
    /** Null only on a retraction. */
    verdict: text("verdict", { enum: ["viable", "no_model_needed", "unsure", "not_viable"] }),
    /** Digits of the codebook's reasons. */
    reasons: jsonb("reasons").$type<number[]>().notNull().default([]),
    note: text("note"),
    supersedes: uuid("supersedes"),
    retracted: boolean("retracted").notNull().default(false),
    /** Milliseconds from seeing the call to deciding; null when not measured. */
    decisionMs: integer("decision_ms"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    // history is a line: two rows cannot both replace the same one
    uniqueIndex("labels_supersedes").on(table.workspaceId, table.supersedes),
    index("labels_item").on(table.workspaceId, table.itemId),
    index("labels_call").on(table.workspaceId, table.callId),
    index("labels_rater").on(table.workspaceId, table.raterId, table.createdAt),
    foreignKey({
      columns: [table.workspaceId, table.callId],
      foreignColumns: [calls.workspaceId, calls.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [drawItems.workspaceId, drawItems.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.raterId],
      foreignColumns: [raters.workspaceId, raters.id],
    }),
    foreignKey({
      columns: [table.workspaceId, table.codebookId],
      foreignColumns: [codebooks.workspaceId, codebooks.id],
    }),
  ],
);
