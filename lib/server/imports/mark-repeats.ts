import type { Transaction } from "@/db/client";
import { findFingerprints } from "@/db/queries/calls/find-fingerprints";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { DerivedCall } from "./derive-call";

/** A call to write, beside what is stored of it now. */
type Written = { derived: DerivedCall; before: Stored | null };

type Stored = {
  id: RowId;
  fingerprint: RowId | null;
  nearDuplicate: boolean;
  mergedInto: RowId | null;
};

/**
 * Says of each call of a batch, in its order, whether an earlier call of the workspace was asked
 * alike: one that is stored, or one before it in the batch. A call that is written anew keeps what
 * was said of it as long as its fingerprint stays. Two imports at the same moment do not see each
 * other, and may each take a call for the first.
 */
export async function markRepeats(
  tx: Transaction,
  workspaceId: WorkspaceId,
  calls: readonly Written[],
): Promise<DerivedCall[]> {
  const open = calls.filter((call) => !isSettled(call));
  const asked = new Set(open.flatMap(({ derived }) => derived.row.fingerprint ?? []));
  const moved = open.flatMap(({ before }) => before?.id ?? []);
  const seen = await findFingerprints(tx, workspaceId, [...asked], moved);
  return calls.map((call) => {
    const { derived, before } = call;
    const { fingerprint } = derived.row;
    const isKnown = fingerprint != null && seen.has(fingerprint);
    if (fingerprint != null) seen.add(fingerprint);
    const nearDuplicate = isSettled(call) ? (before?.nearDuplicate ?? false) : isKnown;
    return nearDuplicate ? { ...derived, row: { ...derived.row, nearDuplicate } } : derived;
  });
}

const isSettled = ({ derived, before }: Written): boolean =>
  before !== null &&
  before.mergedInto === null &&
  before.fingerprint === (derived.row.fingerprint ?? null);
