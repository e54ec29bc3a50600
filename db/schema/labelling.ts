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
import { sql } from "drizzle-orm";
import { createdAt, instant, rowId, workspaceId } from "./columns";
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
    /** Why it was changed, in a person's words. */
    changeNote: text("change_note"),
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
    /** What the frame was taken from, as `Scope`. */
    scope: jsonb("scope").notNull(),
    /** Digest of the sorted frame ids, so that another person can check that theirs is the same. */
    frameHash: text("frame_hash").notNull(),
    frameCalls: integer("frame_calls").notNull(),
    /** How many calls each stratum gives: the same, by its calls, by its spend, or Neyman's. */
    allocation: text("allocation", { enum: ["equal", "calls", "spend", "neyman"] })
      .notNull()
      .default("equal"),
    /** Calls wanted from each stratum (equal), else the least that each gives. */
    perCluster: integer("per_cluster").notNull(),
    /** Calls wanted in all; null where the allocation is equal. */
    wanted: integer("wanted"),
    maxPerTrace: integer("max_per_trace"),
    /** A group of near-duplicates within one stratum is one unit, of its multiplicity. */
    collapseAlike: boolean("collapse_alike").notNull().default(false),
    /** How many raters each item wants. */
    slotsPerItem: integer("slots_per_item").notNull().default(1),
    /** The share of items that want one rater more, in [0, 1]. */
    secondShare: doublePrecision("second_share").notNull().default(0),
    /** Raters whom the slots are kept for; null is open to all. */
    assignedTo: jsonb("assigned_to").$type<string[]>(),
    /** How many times its frame was closed: 1, and one more with each extension of the frame. */
    parts: integer("parts").notNull().default(1),
    /** What was taken when, as `DrawStep`s: the draw itself, then each extension. */
    steps: jsonb("steps").$type<unknown[]>().notNull().default([]),
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

/**
 * A stratum of a draw: the cluster as it was when that part of the frame was closed, its size, its
 * totals, how many were drawn. Calls that an extension of the frame adds are strata of their own.
 */
export const drawStrata = pgTable(
  "draw_strata",
  {
    workspaceId: workspaceId(),
    drawId: uuid("draw_id").notNull(),
    clusterId: uuid("cluster_id").notNull(),
    part: integer("part").notNull().default(1),
    frameCalls: integer("frame_calls").notNull(),
    /** Units left once traces were thinned and near-duplicates collapsed; null where not kept. */
    keptUnits: integer("kept_units"),
    frameTokens: doublePrecision("frame_tokens"),
    frameSpendUsd: doublePrecision("frame_spend_usd"),
    drawn: integer("drawn").notNull(),
    /** Distinct traces of its calls, a call without a trace being one; null where not counted. */
    frameTraces: integer("frame_traces"),
    /**
     * The standard deviation of one verdict that Neyman's allocation went by, between 0 and 0.5;
     * null where another allocation was chosen.
     */
    spread: doublePrecision("spread"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.drawId, table.clusterId, table.part] }),
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
    part: integer("part").notNull().default(1),
    /** HMAC(draw seed, call id) as a fraction in [0, 1). */
    randomNumber: doublePrecision("random_number").notNull(),
    spendUsd: doublePrecision("spend_usd"),
    tokens: integer("tokens"),
    /** Calls that it stands for: more than 1 for near-duplicates collapsed, 0 for those stood for. */
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

/**
 * A drawn call. Its stratum never changes; its inclusion probability only when more calls are drawn
 * from that stratum.
 */
export const drawItems = pgTable(
  "draw_items",
  {
    workspaceId: workspaceId(),
    id: rowId(),
    drawId: uuid("draw_id").notNull(),
    callId: uuid("call_id").notNull(),
    clusterId: uuid("cluster_id").notNull(),
    part: integer("part").notNull().default(1),
    /** How many raters it wants. */
    slots: integer("slots").notNull().default(1),
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
    /** Which slot of its item it fills; 0 for a label that fills none. */
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
    /** The rubric's yes/no answers by question; null when none was ticked. */
    rubric: jsonb("rubric").$type<Record<string, boolean>>(),
    note: text("note"),
    /** It came after its slot had been filled by another. */
    extra: boolean("extra").notNull().default(false),
    /** The hand label of a near-duplicate that this propagated label repeats. */
    propagatedFrom: uuid("propagated_from"),
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
    index("labels_propagated")
      .on(table.workspaceId, table.propagatedFrom)
      .where(sql`propagated_from IS NOT NULL`),
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

/**
 * One slot of an item: open, held on a lease, or done. The unique index on the rater is the law
 * that nobody has two slots of one item.
 */
export const assignments = pgTable(
  "assignments",
  {
    workspaceId: workspaceId(),
    id: rowId(),
    drawId: uuid("draw_id").notNull(),
    itemId: uuid("item_id").notNull(),
    slot: integer("slot").notNull(),
    state: text("state", { enum: ["open", "claimed", "done"] })
      .notNull()
      .default("open"),
    /** Who holds it, or who filled it. */
    raterId: uuid("rater_id"),
    /** Whom it is kept for; null is open to all. */
    keptFor: uuid("kept_for"),
    /** When a claim ends by itself. */
    leaseUntil: instant("lease_until"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("assignments_slot").on(table.workspaceId, table.itemId, table.slot),
    uniqueIndex("assignments_rater").on(table.workspaceId, table.itemId, table.raterId),
    index("assignments_queue").on(table.workspaceId, table.drawId, table.state),
    index("assignments_held").on(table.workspaceId, table.raterId, table.state),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [drawItems.workspaceId, drawItems.id],
    }).onDelete("cascade"),
  ],
);

/** An item that a rater passed over, and why. */
export const itemSkips = pgTable(
  "item_skips",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    raterId: uuid("rater_id").notNull(),
    reason: text("reason").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.itemId, table.raterId] }),
    foreignKey({
      columns: [table.workspaceId, table.itemId],
      foreignColumns: [drawItems.workspaceId, drawItems.id],
    }).onDelete("cascade"),
  ],
);
