"use client";

import { type Ref, useState } from "react";
import { AlikeToggle } from "@/components/label/alike-toggle";
import { BlindNote } from "@/components/label/blind-note";
import { LabelToolbar } from "@/components/label/label-toolbar";
import { NoteField } from "@/components/label/note-field";
import { ReasonList } from "@/components/label/reason-list";
import { RubricList } from "@/components/label/rubric-list";
import { VerdictButtons } from "@/components/label/verdict-buttons";
import { VerdictMeanings } from "@/components/label/verdict-meanings";
import { cn } from "@/components/ui/class-names";
import { describeSlm } from "@/lib/labelling/assumed-slm";
import type { Codebook } from "@/lib/labelling/codebook";
import type { Draft } from "@/lib/labelling/session";
import type { Verdict } from "@/lib/labelling/verdict";

/** Where the decision is made. It stays in its place from item to item, and keeps the focus. */
export function LabelPanel({
  panelRef,
  noteRef,
  ...props
}: {
  codebook: Codebook;
  own: Verdict | null;
  draft: Draft;
  /** How many other calls were asked alike. */
  alike: number;
  isAdmin: boolean;
  canUndo: boolean;
  onDecide: (verdict: Verdict, stay: boolean) => void;
  onToggleReason: (digit: number) => void;
  onTurnRubric: (question: string) => void;
  onToggleAlike: () => void;
  onSkip: () => void;
  onWriteNote: (note: string) => void;
  onLeaveNote: () => void;
  onDoneNote: () => void;
  onUndo: () => void;
  onMove: (by: 1 | -1) => void;
  panelRef: Ref<HTMLElement>;
  noteRef: Ref<HTMLTextAreaElement>;
}) {
  const [whyOpen, setWhyOpen] = useState(false);
  const { codebook, draft } = props;
  const whyCount =
    draft.reasons.length +
    Object.keys(draft.rubric).length +
    (draft.note.trim() === "" ? 0 : 1) +
    (draft.alike ? 1 : 0);
  return (
    <aside
      ref={panelRef}
      tabIndex={-1}
      aria-label="Your label"
      className="flex shrink-0 flex-col gap-2.5 border-t border-line bg-panel px-3 py-2.5 outline-none lg:w-80 lg:overflow-y-auto lg:border-t-0 lg:border-l lg:px-4"
    >
      <div className="hidden lg:block">
        <p className="text-base font-medium">{codebook.question}</p>
        <p className="pt-1 text-xs text-muted">Assumed: {describeSlm(codebook.assumedSlm)}</p>
      </div>
      <VerdictButtons
        own={props.own}
        codebook={codebook}
        onDecide={props.onDecide}
        className="order-last pb-[env(safe-area-inset-bottom)] lg:order-none lg:pb-0"
      />
      <div
        className={cn(
          "flex-col gap-2.5 lg:flex",
          whyOpen ? "flex max-h-[45dvh] overflow-y-auto lg:max-h-none" : "hidden",
        )}
      >
        <ReasonList
          reasons={codebook.reasons}
          chosen={draft.reasons}
          onToggle={props.onToggleReason}
        />
        <AlikeToggle alike={props.alike} chosen={draft.alike} onToggle={props.onToggleAlike} />
        <NoteField
          note={draft.note}
          onWrite={props.onWriteNote}
          onLeave={props.onLeaveNote}
          onDone={props.onDoneNote}
          textareaRef={noteRef}
        />
        <RubricList
          questions={codebook.rubric}
          answers={draft.rubric}
          onTurn={props.onTurnRubric}
        />
        <VerdictMeanings codebook={codebook} />
        <BlindNote isAdmin={props.isAdmin} />
      </div>
      <LabelToolbar
        canUndo={props.canUndo}
        onUndo={props.onUndo}
        onSkip={props.onSkip}
        onMove={props.onMove}
        why={{ open: whyOpen, count: whyCount, onToggle: () => setWhyOpen((open) => !open) }}
      />
    </aside>
  );
}
