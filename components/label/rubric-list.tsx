"use client";

import { Check, ChevronRight, X } from "lucide-react";
import { useState } from "react";
import { cn } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { formatCount } from "@/lib/display/count";
import type { Codebook } from "@/lib/labelling/codebook";
import type { Rubric } from "@/lib/labelling/label-row";

const wordOf = (answer: boolean | undefined): string =>
  answer === undefined ? "not answered" : answer ? "yes" : "no";

/**
 * The codebook's statements, none of which must be answered: a press says yes, then no, then nothing.
 * Folded until the first one is used, and open from then on.
 */
export function RubricList(props: {
  questions: Codebook["rubric"];
  answers: Rubric;
  onTurn: (question: string) => void;
}) {
  const { questions, answers } = props;
  const [opened, setOpened] = useState(false);
  const answered = Object.keys(answers).length;
  if (answered > 0 && !opened) setOpened(true);
  if (questions.length === 0) return null;
  return (
    <details
      className="group/rubric"
      open={opened}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-sm py-1 pr-2 text-sm text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 shrink-0 group-open/rubric:rotate-90" />
        What holds (r, then a digit)
        {answered > 0 ? (
          <span className="whitespace-nowrap">· {formatCount(answered)} answered</span>
        ) : null}
      </summary>
      <div className="flex flex-col">
        {questions.map(({ id, question }, index) => {
          const answer = answers[id];
          return (
            <button
              key={id}
              type="button"
              aria-label={`${question} ${wordOf(answer)}`}
              onClick={() => props.onTurn(id)}
              className={cn(
                "flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-1.5 py-0.5 text-left text-sm leading-5 hover:bg-sunken lg:min-h-6.5",
                answer === undefined ? "text-muted" : "font-medium text-ink",
              )}
            >
              <Kbd keys={String(index + 1)} />
              <span className="min-w-0 flex-1">{question}</span>
              <span className="flex w-10 shrink-0 items-center justify-end gap-1 text-xs">
                {answer === undefined ? null : wordOf(answer)}
                {answer === true ? <Check aria-hidden className="size-3.5" /> : null}
                {answer === false ? <X aria-hidden className="size-3.5" /> : null}
              </span>
            </button>
          );
        })}
      </div>
    </details>
  );
}
