import { index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, rowId, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

/** Which column is which field, said once by a person for tables of these columns. */
export const importMappings = pgTable(
  "import_mappings",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    name: text("name").notNull(),
    /** Digest of the names of a table's columns, whatever their order. */
    columns: text("columns").notNull(),
    /** As `Mapping`. */
    mapping: jsonb("mapping").$type<unknown>().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("import_mappings_name").on(table.workspaceId, table.name),
    index("import_mappings_columns").on(table.workspaceId, table.columns),
  ],
);
