import { sql, type SQLWrapper } from "drizzle-orm";

/** The name of a stratum, the same text as `stratumKey`. */
export const stratumText = (clusterId: SQLWrapper, part: SQLWrapper) =>
  sql<string>`CASE WHEN ${part} = 1 THEN ${clusterId}::text ELSE ${clusterId} || ' ' || ${part} END`;
