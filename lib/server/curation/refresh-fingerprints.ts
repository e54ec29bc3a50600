import { lockDeletion } from "@/db/commands/lock-deletion";
import {
  type Fingerprint,
  getWorkspaceToFingerprint,
  markFingerprinted,
  writeFingerprints,
} from "@/db/commands/write-fingerprints";
import type { Transaction } from "@/db/client";
import { findFingerprints } from "@/db/queries/calls/find-fingerprints";
import { listPaths } from "@/db/queries/calls/list-paths";
import { listSettings } from "@/db/queries/calls/list-settings";
import {
  getImportAfter,
  listStaleFingerprints,
  type StaleCall,
  type StoredPlace,
} from "@/db/queries/calls/list-stale-fingerprints";
import { fingerprintOf } from "@/lib/curation/fingerprint";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { getKeyedDigest } from "@/lib/server/digest";
import { retryConflicts } from "@/lib/server/retry-conflicts";

/** Calls whose conversations are in memory at a time. */
const BATCH = 50;

/** Where the work stands; without a place it begins at the first call of the workspace. */
export type FingerprintProgress = {
  workspaceId: WorkspaceId;
  importId: RowId;
  after: Pick<StoredPlace, "ordinal" | "id"> | null;
};

/**
 * Gives fingerprints of the present version to stored calls that have none, or one of an earlier
 * version: in the order in which they were stored, so that the first of a group stays the first.
 * Each batch is a transaction of its own. Workspaces that are done are not looked at again.
 *
 * @param progress what the run before answered; null begins anew, and passes over what is done
 * @returns where to go on; null when nothing is left
 */
export async function refreshFingerprints(
  progress: FingerprintProgress | null,
  { batches = 20, batch = BATCH } = {},
): Promise<FingerprintProgress | null> {
  let at = progress ?? (await beginNext());
  for (let n = 0; n < batches && at !== null; n += 1) {
    // oxlint-disable-next-line no-await-in-loop -- batches one after the other keep memory flat
    at = await refreshBatch(at, batch);
  }
  return at;
}

/** The first import of a workspace that is not done; workspaces without any are done. */
async function beginNext(): Promise<FingerprintProgress | null> {
  const workspaceId = await getWorkspaceToFingerprint(getDatabase());
  return workspaceId === null ? null : nextImport(workspaceId, null);
}

async function nextImport(
  workspaceId: WorkspaceId,
  before: RowId | null,
): Promise<FingerprintProgress | null> {
  const importId = await getImportAfter(getDatabase(), workspaceId, before);
  if (importId !== null) return { workspaceId, importId, after: null };
  await markFingerprinted(getDatabase(), workspaceId);
  return beginNext();
}

async function refreshBatch(
  { workspaceId, importId, after }: FingerprintProgress,
  limit: number,
): Promise<FingerprintProgress | null> {
  const stale = await retryConflicts(() =>
    getDatabase().transaction(async (tx) => {
      // no first of a group goes while another is marked as its repeat
      await lockDeletion(tx, workspaceId, "shared");
      const calls = await listStaleFingerprints(tx, workspaceId, importId, after, limit);
      await writeFingerprints(tx, workspaceId, await fingerprintsOf(tx, workspaceId, calls));
      return calls;
    }),
  );
  const last = stale.length < limit ? undefined : stale.at(-1);
  if (last === undefined) return nextImport(workspaceId, importId);
  return { workspaceId, importId, after: { ordinal: last.ordinal, id: last.id } };
}

/** A call whose conversation is not whole any more keeps what it has. */
async function fingerprintsOf(
  tx: Transaction,
  workspaceId: WorkspaceId,
  calls: readonly StaleCall[],
): Promise<Fingerprint[]> {
  const digest = getKeyedDigest();
  const paths = await listPaths(
    tx,
    workspaceId,
    calls.flatMap((call) => call.requestNodeId ?? []),
  );
  const settings = await listSettings(
    tx,
    workspaceId,
    calls.flatMap((call) => call.settingsId ?? []),
  );
  const found = calls.flatMap(({ id, contentId, requestNodeId, settingsId }) => {
    const messages = paths.get(requestNodeId ?? "") ?? null;
    const body = settings.get(settingsId ?? "");
    const said = body === undefined ? null : (JSON.parse(body) as Record<string, unknown>);
    const fingerprint = fingerprintOf({ messages, settings: said }, digest);
    return fingerprint === null ? [] : [{ id, contentId, fingerprint }];
  });
  return markRepeats(tx, workspaceId, found);
}

/** The first of a group is the one that has its fingerprint first. */
async function markRepeats(
  tx: Transaction,
  workspaceId: WorkspaceId,
  found: readonly Omit<Fingerprint, "nearDuplicate">[],
): Promise<Fingerprint[]> {
  const fingerprints = [...new Set(found.map((one) => one.fingerprint))];
  const ids = found.map((one) => one.id);
  const seen = await findFingerprints(tx, workspaceId, fingerprints, ids);
  return found.map((one) => {
    const nearDuplicate = seen.has(one.fingerprint);
    seen.add(one.fingerprint);
    return { ...one, nearDuplicate };
  });
}
