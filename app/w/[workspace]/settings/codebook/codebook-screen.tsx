"use client";

import { parseAsInteger, useQueryState } from "nuqs";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { CodebookForm } from "@/components/codebook/codebook-form";
import { CodebookReading } from "@/components/codebook/codebook-reading";
import { VersionTable } from "@/components/codebook/version-table";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatCounted } from "@/lib/display/count";
import type { CodebookInput } from "@/lib/labelling/codebook-input";
import { type CodebookVersion, countSetAside } from "@/lib/labelling/codebook-version";
import { saveCodebookAction } from "./actions";

export function CodebookScreen(props: {
  slug: string;
  versions: CodebookVersion[];
  mayChange: boolean;
}) {
  const { slug, versions, mayChange } = props;
  const base = `/w/${slug}/settings/codebook`;
  const [asked, setAsked] = useQueryState("version", parseAsInteger);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, startSaving] = useTransition();
  const [newest] = versions;
  const reading = versions.find(({ version }) => version === asked) ?? (mayChange ? null : newest);
  const onSave = (input: CodebookInput) =>
    startSaving(async () => {
      const saved = await saveCodebookAction(slug, input);
      setProblem(saved.ok ? null : saved.message);
      if (saved.ok) toast(`Saved: version ${saved.value.version}`);
    });
  if (!newest) return null;
  return (
    <Page crumbs={[{ label: "Settings", href: `/w/${slug}/settings` }, { label: "Codebook" }]}>
      <SettingsNav />
      {mayChange ? null : <Alert>Only an owner or admin can change the codebook.</Alert>}
      {reading ? (
        <>
          {mayChange ? (
            <Button className="w-fit" onClick={() => void setAsked(null)}>
              Change the newest
            </Button>
          ) : null}
          <CodebookReading
            version={reading}
            before={versions.find(({ version }) => version === reading.version - 1) ?? null}
          />
        </>
      ) : (
        <>
          <p className="max-w-3xl text-muted">
            Version {newest.version} is what new draws ask by.{" "}
            {newest.rows > 0
              ? `It carries ${formatCounted(newest.labels, "label")} and is frozen: saving makes version ${newest.version + 1}, and leaves draws that run with theirs.`
              : "No label uses it yet: saving changes it in place."}
          </p>
          <CodebookForm
            key={`${newest.id} ${newest.rows > 0} ${JSON.stringify(newest.content)}`}
            newest={newest}
            setAside={countSetAside(versions)}
            saving={saving}
            problem={problem}
            onSave={onSave}
          />
        </>
      )}
      <VersionTable versions={versions} open={reading?.version ?? null} base={base} />
    </Page>
  );
}
