import { customType, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, rowId, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Images, audio and files of messages, once each, where the workspace keeps them; named by digest. */
export const media = pgTable(
  "media",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    id: rowId(),
    mediaType: text("media_type"),
    bytes: bytea("bytes").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);
