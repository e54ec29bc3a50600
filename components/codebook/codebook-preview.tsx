"use client";

import { useState } from "react";
import { ReasonList } from "@/components/label/reason-list";
import { VerdictButtons } from "@/components/label/verdict-buttons";
import { VerdictMeanings } from "@/components/label/verdict-meanings";
import { Fold } from "@/components/trace/fold";
import { MarkdownText } from "@/components/ui/markdown";
import { describeSlm } from "@/lib/labelling/assumed-slm";
import type { Codebook } from "@/lib/labelling/codebook";
import type { Verdict } from "@/lib/labelling/verdict";

/** How a codebook looks where people decide; its buttons can be tried and save nothing. */
export function CodebookPreview({ codebook }: { codebook: Codebook }) {
  const [own, setOwn] = useState<Verdict | null>(null);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const toggle = (digit: number) =>
    setChosen((before) =>
      before.includes(digit) ? before.filter((one) => one !== digit) : [...before, digit],
    );
  return (
    <section
      aria-label="As on the label screen"
      className="flex flex-col gap-3 rounded-md border border-line bg-panel px-4 py-3"
    >
      <p className="text-xs text-muted">As on the label screen</p>
      <div>
        <p className="text-base font-medium">{codebook.question}</p>
        <p className="pt-1 text-xs text-muted">Assumed: {describeSlm(codebook.assumedSlm)}</p>
      </div>
      <VerdictButtons own={own} codebook={codebook} onDecide={(verdict) => setOwn(verdict)} />
      {codebook.rubric.length > 0 ? (
        <dl className="flex flex-col gap-1 text-sm">
          {codebook.rubric.map(({ id, question }) => (
            <div key={id} className="flex gap-2">
              <dt className="w-6 shrink-0 font-mono text-xs leading-5 text-muted">{id}</dt>
              <dd className="text-muted">{question}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <ReasonList reasons={codebook.reasons} chosen={chosen} onToggle={toggle} />
      <VerdictMeanings codebook={codebook} />
      {codebook.guidance.trim() === "" ? null : (
        <Fold title="Guidance">{() => <MarkdownText text={codebook.guidance} />}</Fold>
      )}
    </section>
  );
}
