import { z } from "zod";

const LIMIT = "limit is a whole number from 1 to 1000";

/** Which page of the clusters a request asks for. */
export const ClusterPaging = z.object({
  limit: z.coerce.number(LIMIT).int(LIMIT).min(1, LIMIT).max(1000, LIMIT).default(100),
  /** The id of the last cluster of the page before. */
  cursor: z.uuid("cursor is the next_cursor of an earlier answer").optional(),
});
