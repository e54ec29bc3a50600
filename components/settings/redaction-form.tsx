import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { OwnPatterns, type OwnPatternDraft } from "@/components/settings/own-patterns";
import { RedactionRules } from "@/components/settings/redaction-rules";
import type { RedactionSettings } from "@/lib/curation/redact/settings";

type Props = {
  settings: RedactionSettings;
  canEdit: boolean;
  saving: boolean;
  /** Why the last attempt was refused. */
  error: string | null;
  onSave: (settings: RedactionSettings) => void;
};

/** What is taken out of every record before it is stored: rules, own patterns, names of members. */
export function RedactionForm({ settings, canEdit, saving, error, onSave }: Props) {
  const [off, setOff] = useState<ReadonlySet<string>>(new Set(settings.off));
  const [own, setOwn] = useState<readonly OwnPatternDraft[]>(settings.own);
  const [keys, setKeys] = useState(settings.keys.join(", "));
  const [keepMedia, setKeepMedia] = useState(settings.keepMedia);
  const save = () =>
    onSave({
      off: [...off].toSorted(),
      own: [...own],
      keepMedia,
      keys: keys.split(/[,\n]+/u).flatMap((key) => key.trim() || []),
    });
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="max-w-prose text-sm text-muted">{WHEN}</p>
      <RedactionRules
        off={off}
        canEdit={canEdit}
        onToggle={(id, isOn) => setOff(isOn ? without(off, id) : new Set([...off, id]))}
      />
      <Field
        label="Names whose whole text is redacted"
        hint="Members of JSON, separated by commas. apiKey, API-Key and api_key are one name."
        name="keys"
      >
        <Textarea
          value={keys}
          disabled={!canEdit}
          onChange={(event) => setKeys(event.currentTarget.value)}
        />
      </Field>
      <OwnPatterns patterns={own} canEdit={canEdit} onChange={setOwn} />
      <Switch
        label="Keep images, audio and files"
        hint="Off: of each only its type, its size and a keyed digest are stored. On: their bytes too, once each. Nothing inside them is redacted."
        checked={keepMedia}
        disabled={!canEdit}
        onChange={setKeepMedia}
      />
      {error ? (
        <p role="alert" className="text-sm font-medium">
          {error}
        </p>
      ) : null}
      {canEdit ? (
        <Button type="submit" variant="primary" loading={saving} className="w-fit">
          Save redaction
        </Button>
      ) : null}
    </form>
  );
}

const WHEN =
  "Applies to what comes in from now on. What is stored stays: a mark has no way back. When a file is sent again after a change, calls whose text now differs are listed as conflicting.";

const without = (ids: ReadonlySet<string>, id: string) =>
  new Set([...ids].filter((one) => one !== id));
