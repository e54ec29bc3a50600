import { type ApiKeyRow, listApiKeys } from "@/db/queries/settings/list-api-keys";
import { type CandidateChoice, listCandidates } from "@/lib/overview/candidates";
import { chooseCandidate } from "@/lib/overview/params";
import type { DeletionEntry } from "@/lib/deletion/deletion-target";
import { getDatabase } from "@/lib/server/database";
import { loadDeletions } from "@/lib/server/deletion/load-deletions";
import { getEnv } from "@/lib/server/env";
import { mayAct, requireMember } from "@/lib/server/gate";
import type { WorkspaceSettings } from "./workspace-settings";

export interface SettingsView {
  readonly slug: string;
  readonly settings: WorkspaceSettings;
  readonly defaultCandidate: string;
  readonly candidates: readonly CandidateChoice[];
  readonly keys: readonly ApiKeyRow[];
  /** Whether this person may change anything here. */
  readonly mayChange: boolean;
  /** After so many days traces are deleted; null keeps them. */
  readonly retentionDays: number | null;
  readonly deletions: readonly DeletionEntry[];
  readonly mayDeleteWorkspace: boolean;
  /** Where this server is reached, for the command that sends a file. */
  readonly baseUrl: string;
}

/** What a workspace has set, and its keys. */
export async function loadSettings(slug: string): Promise<SettingsView> {
  const member = await requireMember(slug);
  const { workspaceId, workspace, role } = member;
  const db = getDatabase();
  const [keys, deletions] = await Promise.all([
    listApiKeys(db, workspaceId),
    loadDeletions(member),
  ]);
  const { name, bar, minLabels, threshold, candidate } = workspace;
  return {
    slug: workspace.slug,
    settings: { name, bar, minLabels, threshold, candidate },
    defaultCandidate: chooseCandidate().name,
    candidates: listCandidates(),
    keys,
    mayChange: mayAct(role, "admin"),
    ...deletions,
    baseUrl: getEnv().baseUrl,
  };
}
