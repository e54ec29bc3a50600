import { getRedactionSettings } from "@/db/queries/settings/get-redaction-settings";
import { makeRedactor } from "@/lib/curation/redact/make-redactor";
import type { CallRedactor } from "@/lib/curation/redact/redact-call";
import { RedactionSettings } from "@/lib/curation/redact/settings";
import type { WorkspaceId } from "@/lib/ids";
import { getDatabase } from "@/lib/server/database";
import { getKeyedDigest } from "@/lib/server/digest";

/** What redacts everything that enters a workspace, by its settings as they are now. */
export async function openRedactor(workspaceId: WorkspaceId): Promise<CallRedactor> {
  const stored = await getRedactionSettings(getDatabase(), workspaceId);
  return makeRedactor(RedactionSettings.parse(stored ?? {}), getKeyedDigest());
}
