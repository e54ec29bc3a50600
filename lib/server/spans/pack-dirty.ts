import type { KeyedDigest, RowId, WorkspaceId } from "@/lib/ids";
import type { HeldTrace } from "./held-trace";
import { packSpan } from "./pack-span";

/** Makes of each span of which something new came what is to be stored, each message once. */
export function packDirty(workspaceId: WorkspaceId, trace: HeldTrace, digest: KeyedDigest): void {
  const seen = new Set<RowId>();
  for (const held of trace.spans.values())
    if (held.dirty) held.packed ??= packSpan(workspaceId, trace, held.span, digest, seen);
}
