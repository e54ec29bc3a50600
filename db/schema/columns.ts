import { timestamp, uuid } from "drizzle-orm/pg-core";

/** The first half of every key of workspace data, and what Citus would distribute by. */
export const workspaceId = () => uuid("workspace_id").notNull();

/** 16 bytes: a random id, or a keyed digest of what the row is about. */
export const rowId = () => uuid("id").notNull();

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

export const createdAt = () => instant("created_at").notNull().defaultNow();
