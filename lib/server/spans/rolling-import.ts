import { writeAudit } from "@/db/commands/write-audit";
import { openImport } from "@/db/commands/write-import";
import type { ROLLING_SOURCES } from "@/db/schema";
import { cutText } from "@/lib/cut-text";
import type { KeyedDigest, RowId, WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";

export type RollingSource = (typeof ROLLING_SOURCES)[number];

const NAME: Record<RollingSource, string> = {
  otlp: "OTLP",
  langfuse: "Langfuse",
  langsmith: "LangSmith",
};

/**
 * The import of what one key's exporters send on this UTC day, opened on first use. It runs until
 * the day is over; `closePastDays` ends it.
 */
export async function openRollingImport(
  { workspaceId, actor, keyName }: { workspaceId: WorkspaceId; actor: string; keyName: string },
  source: RollingSource,
  now: Date,
  digest: KeyedDigest,
): Promise<RowId> {
  const day = now.toISOString().slice(0, 10);
  const id = digest("rolling import", workspaceId, source, actor, day);
  await getDatabase().transaction(async (tx) => {
    const opened = await openImport(tx, {
      workspaceId,
      id,
      source,
      state: "running",
      format: source,
      createdBy: actor,
      name: cutText(`${NAME[source]} ${day} (${keyName})`, 200),
    });
    if (opened) await writeAudit(tx, workspaceId, { actor, action: "import.start", subject: id });
  });
  return id;
}
