import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { rowId, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

/**
 * One message in its place: a node is (parent node, message), its id the keyed digest of both,
 * within its trace. A call's request is one node; the messages before it are its path; what two
 * calls share is their common ancestor.
 */
export const nodes = pgTable(
  "nodes",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    parentId: uuid("parent_id"),
    /** The trace, or for calls without one the import, whose tree this is. */
    scopeId: uuid("scope_id").notNull(),
    /** Messages before this one on its path. */
    depth: integer("depth").notNull(),
    /** The message as JSON text. */
    body: text("body").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("nodes_scope").on(table.workspaceId, table.scopeId),
  ],
);

/** Tools offered, response format, sampling parameters: whole, once per workspace by digest. */
export const requestSettings = pgTable(
  "request_settings",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);
