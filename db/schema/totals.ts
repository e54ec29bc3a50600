import {
  bigint,
  bigserial,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { workspaceId } from "./columns";
import { workspaces } from "./workspaces";

/** How the cost of a bucket's calls is known: stated by the source, from tokens, or not at all. */
const COST_SOURCES = ["stated", "tokens", "unknown"] as const;

/** Unknown is its own bucket: the empty string for a text, this day for the day. */
export const UNKNOWN_DAY = "0001-01-01";

const bucket = () => ({
  kindId: uuid("kind_id").notNull(),
  day: date("day").notNull(),
  provider: text("provider").notNull(),
  model: text("model").notNull(),
  environment: text("environment").notNull().default(""),
  tier: integer("tier").notNull(),
  costSource: text("cost_source", { enum: COST_SOURCES }).notNull(),
});

const sum = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

/** Sums, and how many calls each sum knows of. */
const sums = () => ({
  calls: sum("calls"),
  errored: sum("errored"),
  inputTokens: sum("input_tokens"),
  inputKnown: sum("input_known"),
  cachedInputTokens: sum("cached_input_tokens"),
  cachedInputKnown: sum("cached_input_known"),
  cacheWriteTokens: sum("cache_write_tokens"),
  cacheWriteKnown: sum("cache_write_known"),
  outputTokens: sum("output_tokens"),
  outputKnown: sum("output_known"),
  reasoningTokens: sum("reasoning_tokens"),
  reasoningKnown: sum("reasoning_known"),
  statedCostUsd: doublePrecision("stated_cost_usd").notNull().default(0),
  statedCostKnown: sum("stated_cost_known"),
});

/** What is kept per kind, UTC day, model, environment and price tier. Only the folding job writes here. */
export const totals = pgTable(
  "totals",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    ...bucket(),
    ...sums(),
  },
  (table) => [
    primaryKey({
      name: "totals_bucket",
      columns: [
        table.workspaceId,
        table.kindId,
        table.day,
        table.provider,
        table.model,
        table.environment,
        table.tier,
        table.costSource,
      ],
    }),
  ],
);

/** Signed changes, appended in the transaction of the rows they count. Reads add both tables. */
export const totalDeltas = pgTable(
  "total_deltas",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: bigserial("id", { mode: "number" }).notNull(),
    ...bucket(),
    ...sums(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("total_deltas_kind").on(table.workspaceId, table.kindId),
  ],
);
