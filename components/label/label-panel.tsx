"use client";

import { type Ref, useState } from "react";
import { LabelToolbar } from "@/components/label/label-toolbar";
import { NoteField } from "@/components/label/note-field";
import { ReasonList } from "@/components/label/reason-list";
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
  canUndo: boolean;
  onDecide: (verdict: Verdict, stay: boolean) => void;
  onToggleReason: (digit: number) => void;
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
  const whyCount = draft.reasons.length + (draft.note.trim() === "" ? 0 : 1);
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
        <NoteField
          note={draft.note}
          onWrite={props.onWriteNote}
          onLeave={props.onLeaveNote}
          onDone={props.onDoneNote}
          textareaRef={noteRef}
        />
        <VerdictMeanings codebook={codebook} />
      </div>
      <LabelToolbar
        canUndo={props.canUndo}
        onUndo={props.onUndo}
        onMove={props.onMove}
        why={{ open: whyOpen, count: whyCount, onToggle: () => setWhyOpen((open) => !open) }}
      />
    </aside>
  );
}
