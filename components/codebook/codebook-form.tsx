"use client";

import { type FormEvent, useState } from "react";
import { CodebookFields } from "@/components/codebook/codebook-fields";
import { CodebookPreview } from "@/components/codebook/codebook-preview";
import { type Change, SaveCodebook } from "@/components/codebook/save-codebook";
import { Codebook } from "@/lib/labelling/codebook";
import type { CodebookInput } from "@/lib/labelling/codebook-input";
import { diffCodebooks } from "@/lib/labelling/codebook-parts";
import type { CodebookVersion } from "@/lib/labelling/codebook-version";

/** The newest codebook to be changed at the left, how it looks for raters at the right. */
export function CodebookForm(props: {
  newest: CodebookVersion;
  setAside: number;
  saving: boolean;
  problem: string | null;
  onSave: (input: CodebookInput) => void;
}) {
  const { newest } = props;
  const frozen = newest.rows > 0;
  const [content, setContent] = useState(newest.content);
  const [change, setChange] = useState<Change | null>(
    frozen || newest.change === "first" ? null : newest.change,
  );
  const [note, setNote] = useState(frozen ? "" : (newest.changeNote ?? ""));
  const parsed = Codebook.safeParse(content);
  const errors = new Map(
    parsed.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
  );
  const marked = (!frozen && newest.version === 1) || (change !== null && note.trim() !== "");
  const differs = parsed.success && diffCodebooks(newest.content, parsed.data).length > 0;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!parsed.success || !differs || !marked || props.saving) return;
    props.onSave({ base: newest.version, content: parsed.data, change, note });
  };
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <form onSubmit={onSubmit} aria-label="Codebook" className="flex flex-col gap-6">
        <CodebookFields
          codebook={content}
          errors={errors}
          onChange={(over) => setContent((before) => ({ ...before, ...over }))}
        />
        <SaveCodebook
          version={newest.version}
          frozen={frozen}
          setAside={props.setAside}
          change={change}
          note={note}
          onChange={(over) => {
            if (over.change !== undefined) setChange(over.change);
            if (over.note !== undefined) setNote(over.note);
          }}
          canSave={differs && marked}
          saving={props.saving}
          problem={props.problem}
        />
      </form>
      <div className="lg:sticky lg:top-4">
        <CodebookPreview codebook={parsed.success ? parsed.data : content} />
      </div>
    </div>
  );
}
