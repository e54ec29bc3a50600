import type { Verdict } from "@/lib/labelling/verdict";
import type { ShortcutId } from "@/lib/shortcuts";

/** The four verdicts in the order of the panel, with the commands that give them. */
export const VERDICT_CHOICES: readonly {
  verdict: Verdict;
  shortcut: ShortcutId<"label">;
  stay: ShortcutId<"label">;
}[] = [
  { verdict: "viable", shortcut: "viable", stay: "viable-and-stay" },
  { verdict: "not_viable", shortcut: "not-viable", stay: "not-viable-and-stay" },
  { verdict: "unsure", shortcut: "unsure", stay: "unsure-and-stay" },
  { verdict: "no_model_needed", shortcut: "no-model-needed", stay: "no-model-needed-and-stay" },
];
