"use client";

import { VERDICT_CHOICES } from "@/components/label/verdict-choices";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import type { SittingDeeds } from "./use-sitting";

/** Gives the keys of the label screen their deeds. */
export function useLabelKeys(
  deeds: SittingDeeds,
  screen: {
    focusNote: () => void;
    openSkip: () => void;
    showTrace: () => void;
    /** The codebook's questions, in the order of their keys. */
    questions: readonly string[];
  },
): void {
  const verdicts = VERDICT_CHOICES.flatMap(({ verdict, shortcut, stay }) => [
    [shortcut, () => deeds.decide(verdict, false)],
    [stay, () => deeds.decide(verdict, true)],
  ]);
  useShortcuts("label", {
    ...Object.fromEntries(verdicts),
    reason: (key) => deeds.toggleReason(Number(key)),
    note: screen.focusNote,
    rubric: (key) => {
      const question = screen.questions[Number(key) - 1];
      if (question !== undefined) deeds.turnRubric(question);
    },
    alike: deeds.toggleAlike,
    skip: screen.openSkip,
    trace: screen.showTrace,
    undo: deeds.undo,
    next: () => deeds.move(1),
    previous: () => deeds.move(-1),
  });
}
