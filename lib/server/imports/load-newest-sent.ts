import { z } from "zod";
import { findNewestSent } from "@/db/queries/imports/find-newest-sent";
import type { WorkspaceId } from "@/lib/ids";
import type { Receipt } from "@/lib/imports/receipt";
import { getDatabase } from "@/lib/server/database";
import { toReceipt } from "./to-receipt";

const Key = z.uuid().nullable().catch(null);

/** The receipt of what a program sent last, with one key or with any; null while nothing came. */
export async function loadNewestSent(
  workspaceId: WorkspaceId,
  keyId: string | null,
): Promise<Receipt | null> {
  const row = await findNewestSent(getDatabase(), workspaceId, Key.parse(keyId));
  return row && toReceipt(row);
}
