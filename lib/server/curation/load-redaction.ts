import { RedactionSettings } from "@/lib/curation/redact/settings";
import { mayAct, requireMember } from "@/lib/server/gate";

/** What a workspace takes out of every record, and whether this person may change it. */
export async function loadRedaction(slug: string) {
  const { workspace, role } = await requireMember(slug);
  return {
    settings: RedactionSettings.parse(workspace.redaction ?? {}),
    mayChange: mayAct(role, "admin"),
  };
}
