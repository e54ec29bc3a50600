import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, instant, rowId, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

/** What a workspace pays for a model, where that differs from the list. US dollars a million tokens. */
export const priceOverrides = pgTable(
  "price_overrides",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    /** Null means whoever serves the model. */
    provider: text("provider"),
    model: text("model").notNull(),
    inputUsd: doublePrecision("input_usd").notNull(),
    /** Null means that cached tokens cost what others do. */
    cachedInputUsd: doublePrecision("cached_input_usd"),
    cacheWriteUsd: doublePrecision("cache_write_usd"),
    outputUsd: doublePrecision("output_usd").notNull(),
    /** The first UTC day it holds for; null is from ever. */
    validFrom: date("valid_from"),
    note: text("note"),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    retiredAt: instant("retired_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("price_overrides_model").on(table.workspaceId, table.model),
  ],
);

/** A projection that somebody kept: what was assumed, the prices used, and what came out. */
export const projections = pgTable(
  "projections",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of what went in: labels, clustering, codebook, prices, draws, assumptions. */
    inputsHash: text("inputs_hash").notNull(),
    assumptions: jsonb("assumptions").notNull(),
    prices: jsonb("prices").notNull(),
    result: jsonb("result").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("projections_number").on(table.workspaceId, table.number),
  ],
);
