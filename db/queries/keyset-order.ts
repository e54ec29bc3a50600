import { and, eq, gt, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Segment } from "@/lib/paging/keyset";

/** The rows of a segment, as a condition that is one range of an index (column DESC NULLS LAST, id). */
export function segmentCondition(
  segment: Segment,
  column: PgColumn,
  id: PgColumn,
): SQL | undefined {
  const beyond = segment.reverse ? lt : gt;
  switch (segment.column) {
    case "equal":
      return and(eq(column, segment.value), beyond(id, segment.id));
    case "past":
      return segment.reverse ? gt(column, segment.value) : lt(column, segment.value);
    case "known":
      return isNotNull(column);
    case "unknown":
      return and(isNull(column), segment.id === null ? undefined : beyond(id, segment.id));
  }
}

/**
 * The order of the index, or its exact reverse. NULLS is said even where no row is null: the planner
 * knows an index by the whole of its order.
 */
export const segmentOrder = (segment: Segment, column: PgColumn, id: PgColumn): SQL =>
  segment.reverse
    ? sql`${column} ASC NULLS FIRST, ${id} DESC`
    : sql`${column} DESC NULLS LAST, ${id} ASC`;
