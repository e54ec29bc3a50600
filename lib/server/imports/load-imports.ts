import { z } from "zod";
import { getImport, listImports } from "@/db/queries/imports/list-imports";
import { listImportMappings } from "@/db/queries/imports/find-import-mapping";
import { listRejected } from "@/db/queries/imports/list-rejected";
import type { WorkspaceId } from "@/lib/ids";
import type { Receipt } from "@/lib/imports/receipt";
import { getDatabase } from "@/lib/server/database";
import { getEnv } from "@/lib/server/env";
import { mayAct, requireMember } from "@/lib/server/gate";
import { Mapping } from "@/lib/tabular/mapping";
import { toReceipt } from "./to-receipt";

const PAGE = 50;
const REJECTED_SHOWN = 50;

const Cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

function parseCursor(text: string | undefined) {
  const [createdAt, id] = (text ?? "").split("~");
  const parsed = Cursor.safeParse([createdAt, id]);
  return parsed.success ? { createdAt: parsed.data[0], id: parsed.data[1] } : null;
}

/** A page of imports, newest first, and whether this person may add one. */
export async function loadImports(slug: string, after: string | undefined) {
  const { workspaceId, role } = await requireMember(slug);
  const db = getDatabase();
  const [rows, mappings] = await Promise.all([
    listImports(db, workspaceId, { after: parseCursor(after), limit: PAGE + 1 }),
    listImportMappings(db, workspaceId),
  ]);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    address: getEnv().baseUrl,
    mayImport: mayAct(role, "admin"),
    mappings: mappings.map(({ mapping, ...row }) => ({ ...row, mapping: Mapping.parse(mapping) })),
    receipts: rows.slice(0, PAGE).map(toReceipt),
    next: last ? `${new Date(last.createdAt).toISOString()}~${last.id}` : null,
  };
}

/** The receipt of an import, or null when there is none of that id here. */
export async function getReceipt(workspaceId: WorkspaceId, id: string): Promise<Receipt | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await getImport(getDatabase(), workspaceId, id);
  return row && toReceipt(row);
}

/** The receipt and the first of what was rejected; null when there is no such import. */
export async function loadImport(slug: string, id: string) {
  const { workspaceId, role } = await requireMember(slug);
  const receipt = await getReceipt(workspaceId, id);
  if (!receipt) return null;
  const rejected = await listRejected(getDatabase(), workspaceId, id, {
    afterOrdinal: 0,
    limit: REJECTED_SHOWN,
  });
  return { receipt, rejected, mayDelete: mayAct(role, "admin") };
}
