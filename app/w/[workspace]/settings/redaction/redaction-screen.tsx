"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { RedactionForm } from "@/components/settings/redaction-form";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import type { RedactionSettings } from "@/lib/curation/redact/settings";
import { saveRedactionAction } from "./actions";

export function RedactionScreen(props: {
  slug: string;
  settings: RedactionSettings;
  mayChange: boolean;
}) {
  const { slug, settings, mayChange } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, startSaving] = useTransition();
  const onSave = (next: RedactionSettings) =>
    startSaving(async () => {
      const refusal = await saveRedactionAction(slug, next);
      setProblem(refusal);
      if (refusal === null) toast("Saved: it holds for every record from now on");
    });
  return (
    <Page crumbs={[{ label: "Settings", href: `/w/${slug}/settings` }, { label: "Redaction" }]}>
      <SettingsNav />
      {mayChange ? null : (
        <Alert>Only an owner or admin of this workspace can change what stands here.</Alert>
      )}
      <p className="max-w-2xl text-muted">
        What these rules find is replaced before anything is stored, by a mark such as{" "}
        <code>[email:k7q2m9xw]</code>: the same value gets the same mark.
      </p>
      <div className="max-w-3xl">
        <RedactionForm
          settings={settings}
          canEdit={mayChange}
          saving={saving}
          error={problem}
          onSave={onSave}
        />
      </div>
    </Page>
  );
}
