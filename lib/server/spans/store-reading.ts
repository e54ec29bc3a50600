import { openRedactor } from "@/lib/server/curation/open-redactor";
import { getKeyedDigest } from "@/lib/server/digest";
import type { KeyHolder } from "@/lib/server/gate";
import type { MessagePool } from "@/lib/spans/message-pool";
import type { SpanReading } from "@/lib/spans/span-format";
import { openRollingImport, type RollingSource } from "./rolling-import";
import { storeSpans, type Stored } from "./store-spans";

export type ReadSpans = Extract<SpanReading, { kind: "spans" }> & {
  /** In which the messages of these spans were shared already, if in any. */
  pool?: MessagePool;
};

/** Stores what a body of a key's exporter says, and counts it in the import of the day. */
export async function storeReading(
  holder: Pick<KeyHolder, "workspaceId" | "actor" | "keyName">,
  source: RollingSource,
  { spans, other, rejected, notes, pool }: ReadSpans,
  bytes: { received: number; read: number },
): Promise<Stored> {
  if (spans.length + other.length + rejected.length === 0) return { callsNew: 0, hints: [] };
  const { workspaceId } = holder;
  const digest = getKeyedDigest();
  const redactor = await openRedactor(workspaceId);
  const importId = await openRollingImport(holder, source, new Date(), digest);
  return storeSpans({ workspaceId, importId, digest }, redactor, {
    spans: spans.map((span) => ({ span, line: 1 })),
    loose: [
      // an application's own log is counted, not listed: it may be endless
      ...other.map((reason) => ({ why: "other" as const, reason, excerpt: null, line: 1 })),
      ...rejected.map((reason) => ({ why: "unparseable" as const, reason, excerpt: "", line: 1 })),
    ],
    notes,
    ...(pool && { pool }),
    bytesReceived: bytes.received,
    bytesRead: bytes.read,
  });
}
