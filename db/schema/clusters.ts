import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, rowId, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

/** A set of kinds doing the same work. Renaming one never changes a route key. */
export const clusters = pgTable(
  "clusters",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** Route key × act × agent × human-facing: the finest unit we count. `cluster_id` is the map. */
export const kinds = pgTable(
  "kinds",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    routeKey: text("route_key").notNull(),
    /** Where the route key comes from: only a step type can be written into a routes file. */
    routeKeySource: text("route_key_source", { enum: ["step_type", "prompt"] }).notNull(),
    act: text("act").notNull(),
    agent: text("agent"),
    humanFacing: boolean("human_facing"),
    clusterId: uuid("cluster_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      columns: [table.workspaceId, table.clusterId],
      foreignColumns: [clusters.workspaceId, clusters.id],
    }),
    index("kinds_cluster").on(table.workspaceId, table.clusterId),
    index("kinds_route_key").on(table.workspaceId, table.routeKey),
  ],
);
