import {
  CircleCheck,
  CircleMinus,
  CircleQuestionMark,
  CircleX,
  type LucideIcon,
} from "lucide-react";
import type { Verdict } from "@/lib/labelling/verdict";

/** How each verdict is drawn, everywhere: a word, an icon, and its colour as token and classes. */
export const VERDICT_APPEARANCE: Record<
  Verdict,
  { word: string; icon: LucideIcon; fill: string; edge: string; badge: string; text: string }
> = {
  viable: {
    word: "viable",
    icon: CircleCheck,
    fill: "var(--viable)",
    edge: "var(--viable-text)",
    badge: "bg-viable-soft text-viable-text",
    text: "text-viable-text",
  },
  no_model_needed: {
    word: "no model needed",
    icon: CircleMinus,
    fill: "var(--no-model)",
    edge: "var(--no-model-text)",
    badge: "bg-no-model-soft text-no-model-text",
    text: "text-no-model-text",
  },
  unsure: {
    word: "unsure",
    icon: CircleQuestionMark,
    fill: "var(--unsure)",
    edge: "var(--unsure-text)",
    badge: "bg-unsure-soft text-unsure-text",
    text: "text-unsure-text",
  },
  not_viable: {
    word: "not viable",
    icon: CircleX,
    fill: "var(--not-viable)",
    edge: "var(--not-viable-text)",
    badge: "bg-not-viable-soft text-not-viable-text",
    text: "text-not-viable-text",
  },
};
