import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import { calls, imports } from "@/db/schema";
import type { WorkspaceId } from "@/lib/ids";
import { addsUp } from "@/lib/imports/receipt";
import { getDatabase } from "@/lib/server/database";
import { getKeyedDigest } from "@/lib/server/digest";
import { toReceipt } from "@/lib/server/imports/to-receipt";
import { retryConflicts } from "@/lib/server/retry-conflicts";
import { makeTestWorkspace } from "@/lib/server/testing";
import type { SpanRecord } from "@/lib/spans/span";
import { normalSpan } from "./normal-span";
import type { Settle } from "./plan-trace";
import { openRollingImport } from "./rolling-import";
import { keptTotals, recount, settleSimply } from "./testing";
import { writeSpanBatch } from "./write-span-batch";

const DAY = new Date("2026-11-21T10:00:00Z");

/** A workspace and the door of one key into it. Every batch is followed by a recount. */
export async function openDoor(db: Database, name: string, settle: Settle = settleSimply) {
  const { workspaceId } = await makeTestWorkspace(db, name);
  const digest = getKeyedDigest();
  const holder = { workspaceId, actor: "key:test", keyName: "test" };
  const importId = await openRollingImport(holder, "otlp", DAY, digest);
  const scope = { workspaceId, importId, digest };
  const write = (...records: SpanRecord[]) =>
    retryConflicts(() =>
      getDatabase().transaction((tx) =>
        writeSpanBatch(
          tx,
          scope,
          {
            spans: records.map((span) => ({ span: normalSpan(span), redactions: {}, line: 1 })),
            loose: [],
            media: [],
            notes: [],
            bytesReceived: 0,
            bytesRead: 0,
          },
          settle,
        ),
      ),
    );
  const send = async (...records: SpanRecord[]) => {
    const written = await write(...records);
    await expectSound(db, workspaceId);
    return written;
  };
  const receipt = async () => {
    const [row] = await db.select().from(imports).where(eq(imports.id, importId));
    if (!row) throw new Error("the import has gone");
    return toReceipt(row);
  };
  return { workspaceId, importId, write, send, receipt };
}

/** Totals equal a recount, flags and merges too, and every receipt adds up. */
export async function expectSound(db: Database, workspaceId: WorkspaceId) {
  const kept = await keptTotals(db, workspaceId);
  const plain = kept.map(({ tier: _t, cost_source: _c, ...row }) => row);
  expect(plain).toEqual(await recount(db, workspaceId));
  const live = await db.select().from(calls).where(eq(calls.workspaceId, workspaceId));
  for (const row of await db.select().from(imports).where(eq(imports.workspaceId, workspaceId))) {
    const own = live.filter((call) => call.importId === row.id);
    const shown = own.filter((call) => call.mergedInto === null);
    expect(addsUp(toReceipt(row))).toBe(true);
    expect(row).toMatchObject({
      callsNew: own.length,
      mergedLater: own.length - shown.length,
      errored: shown.filter((call) => call.errored).length,
      withoutText: shown.filter((call) => call.withoutText).length,
      withoutGroundTruth: shown.filter((call) => call.withoutGroundTruth).length,
    });
  }
}
