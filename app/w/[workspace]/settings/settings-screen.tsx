"use client";

import { useActionState } from "react";
import { toast } from "sonner";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import type { DeletionEntry } from "@/lib/deletion/deletion-target";
import type { CandidateChoice } from "@/lib/overview/candidates";
import { ApiKeyForm } from "./_components/api-key-form";
import { type ApiKeyEntry, ApiKeyTable } from "./_components/api-key-table";
import { DataSection } from "./_components/data-section";
import { NewApiKey } from "./_components/new-api-key";
import { SettingsForm, type SettingsValues } from "./_components/settings-form";
import { changeSettingsAction, createApiKeyAction, revokeApiKeyAction } from "./actions";

export function SettingsScreen(props: {
  slug: string;
  settings: SettingsValues;
  defaultCandidate: string;
  candidates: readonly CandidateChoice[];
  keys: readonly ApiKeyEntry[];
  mayChange: boolean;
  retentionDays: number | null;
  deletions: readonly DeletionEntry[];
  mayDeleteWorkspace: boolean;
  baseUrl: string;
}) {
  const { slug, mayChange } = props;
  const [settings, change, changing] = useActionState(changeSettingsAction.bind(null, slug), {
    message: null,
    saved: false,
  });
  const [key, create, creating] = useActionState(createApiKeyAction.bind(null, slug), {
    message: null,
    made: null,
  });
  const revoke = async (keyId: string, name: string) => {
    const problem = await revokeApiKeyAction(slug, keyId);
    if (problem === null) toast(`${name} is revoked`);
    else toast(problem);
  };
  return (
    <Page crumbs={[{ label: "Settings" }]}>
      <SettingsNav />
      {mayChange ? null : (
        <Alert>Only an owner or admin of this workspace can change what stands here.</Alert>
      )}
      <section aria-labelledby="decisions" className="flex max-w-xl flex-col gap-3">
        <h2 id="decisions" className="text-base font-semibold">
          Workspace and decisions
        </h2>
        <SettingsForm
          key={JSON.stringify(props.settings)}
          values={props.settings}
          defaultCandidate={props.defaultCandidate}
          candidates={props.candidates}
          disabled={!mayChange}
          problem={settings.message}
          saved={settings.saved}
          pending={changing}
          action={change}
        />
      </section>
      <section aria-labelledby="keys" className="flex flex-col gap-3">
        <h2 id="keys" className="text-base font-semibold">
          API keys
        </h2>
        <p className="max-w-xl text-muted">
          A key lets a program send traces to this workspace, read from it, or both. Its secret is
          shown once, when it is made.
        </p>
        {key.made ? <NewApiKey {...key.made} baseUrl={props.baseUrl} /> : null}
        {mayChange ? <ApiKeyForm action={create} pending={creating} problem={key.message} /> : null}
        <ApiKeyTable keys={props.keys} onRevoke={mayChange ? revoke : null} />
      </section>
      <DataSection {...props} name={props.settings.name} />
    </Page>
  );
}
