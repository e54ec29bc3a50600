import { createHash } from "node:crypto";
import type { RowId } from "@/lib/ids";

/** SHA-256 of sorted call ids, one a line: equal for equal frames. */
export const frameHashOf = (callIds: readonly RowId[]): string =>
  createHash("sha256").update(callIds.toSorted().join("\n")).digest("hex");
