import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, rowId, workspaceId } from "./columns";

export const workspaces = pgTable("workspaces", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  isSample: boolean("is_sample").notNull().default(false),
  /** The bar: a route key goes to the candidate when the lower end of its share reaches this. */
  bar: doublePrecision("bar").notNull().default(0.8),
  minLabels: integer("min_labels").notNull().default(20),
  /** The confidence threshold written beside a route; uncalibrated until a replay says more. */
  threshold: doublePrecision("threshold").notNull().default(0.85),
  /** Id of the candidate SLM in the catalogue; null means the catalogue's default. */
  candidate: text("candidate"),
  /** What is redacted and how, as `RedactionSettings`; null means as by default. */
  redaction: jsonb("redaction").$type<unknown>(),
  /** What is older than so many days is deleted each night; null keeps everything. */
  retentionDays: integer("retention_days"),
  /** What the audit looks at unless an address says otherwise, as `Scope`; null is everything. */
  scope: jsonb("scope").$type<unknown>(),
  /** Models the workspace calls frontier; null means as by default. */
  frontierModels: jsonb("frontier_models").$type<string[]>(),
  /** The assumptions of a projection, as `Assumptions`; null means as by default. */
  assumptions: jsonb("assumptions").$type<unknown>(),
  /** By which rule its totals were counted; a start counts those of an earlier rule anew. */
  totalsVersion: integer("totals_version").notNull().default(1),
  /** Up to which version of the fingerprint all of its calls were looked through. */
  fingerprintVersion: integer("fingerprint_version").notNull().default(0),
  createdAt: createdAt(),
});

/** Who may do what in a workspace. Account data: user ids point to no workspace table. */
export const members = pgTable(
  "members",
  {
    workspaceId: workspaceId(),
    userId: text("user_id").notNull(),
    role: text("role", { enum: ["owner", "admin", "reviewer", "viewer"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId] }),
    index("members_user").on(table.userId),
  ],
);

/** Keys for the API. Only the digest of the secret is kept; the prefix tells keys apart on screen. */
export const apiKeys = pgTable(
  "api_keys",
  {
    workspaceId: workspaceId(),
    id: rowId(),
    name: text("name").notNull(),
    prefix: text("prefix").notNull(),
    /** What it may: send traces, read what is stored, or both. */
    scope: text("scope", { enum: ["ingest", "read", "both"] })
      .notNull()
      .default("both"),
    secretHash: text("secret_hash").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("api_keys_secret").on(table.secretHash),
  ],
);

/** A link that lets one person in, once. Only the digest of its secret is kept. */
export const invitations = pgTable(
  "invitations",
  {
    workspaceId: workspaceId(),
    id: rowId(),
    role: text("role", { enum: ["owner", "admin", "reviewer", "viewer"] }).notNull(),
    /** Whom it is for, in the words of who made it. */
    note: text("note"),
    secretHash: text("secret_hash").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    acceptedBy: text("accepted_by"),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("invitations_secret").on(table.secretHash),
  ],
);

/** People's word on whether an agent, or a step, talks to a person; it prevails over the trace. */
export const humanFacingRules = pgTable(
  "human_facing_rules",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    subject: text("subject", { enum: ["agent", "step"] }).notNull(),
    /** The agent's name, or the route key. */
    value: text("value").notNull(),
    humanFacing: boolean("human_facing").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("human_facing_rules_subject").on(table.workspaceId, table.subject, table.value),
  ],
);
