import type { Verdict } from "@/lib/labelling/verdict";
import { notesFor } from "@/lib/sample-workload/notes";
import { seededRandom } from "@/lib/statistics/random";

/** An invented reviewer. */
export type SampleRater = {
  id: string;
  name: string;
  /** Added to the difficulty that the rater sees: above 0 is stricter. */
  strictness: number;
  /** Multiplies how often the rater departs from that view. */
  wavering: number;
};

export const sampleRaters: readonly SampleRater[] = [
  { id: "maya", name: "Maya Lindholm", strictness: 0, wavering: 0.8 },
  { id: "theo", name: "Theo Brandt", strictness: 0.05, wavering: 1 },
  { id: "priya", name: "Priya Nair", strictness: -0.03, wavering: 1.3 },
];

/** What a sample label is made from: a call of the sample workload. */
export type LabelledCall = {
  /** Tells calls apart, such as the source's span id. */
  key: string;
  stepType: string | null;
  act: string;
  /** The answer's text, empty if there is none. */
  text: string;
};

export type SampleLabel = {
  verdict: Verdict;
  /** Digits of the first codebook's reasons. */
  reasons: readonly number[];
  note: string | null;
};

type Habit = {
  /** The share of calls of the step that a small model would take, as the raters see it. */
  viable: number;
  /** How often one rater answers "unsure" or the opposite of what the call deserves. */
  noise: number;
  /** The share of the viable ones that need no model. */
  rule: number;
  viableReasons: readonly number[];
  otherReasons: readonly number[];
};

const habits: Record<string, Habit> = {
  classify_intent: {
    viable: 0.98,
    noise: 0.015,
    rule: 0,
    viableReasons: [1, 2],
    otherReasons: [8],
  },
  format_result: {
    viable: 0.985,
    noise: 0.015,
    rule: 0.2,
    viableReasons: [1, 2],
    otherReasons: [8],
  },
  extract_field: {
    viable: 0.98,
    noise: 0.015,
    rule: 0.1,
    viableReasons: [1, 2],
    otherReasons: [8],
  },
  summarize_tool_output: {
    viable: 0.97,
    noise: 0.02,
    rule: 0,
    viableReasons: [2],
    otherReasons: [8],
  },
  plan_next_action: {
    viable: 0.16,
    noise: 0.07,
    rule: 0,
    viableReasons: [1, 2],
    otherReasons: [3, 5],
  },
  reply_to_customer: {
    viable: 0.58,
    noise: 0.1,
    rule: 0,
    viableReasons: [2, 6],
    otherReasons: [6, 7],
  },
};
const elsewhere: Habit = {
  viable: 0.5,
  noise: 0.1,
  rule: 0,
  viableReasons: [2],
  otherReasons: [7],
};

/**
 * The label that a rater gives to a call: the same each time it is asked. All raters see the same
 * difficulty in a call, more or less strictly, and each wavers in their own way, so that they agree
 * on the closed steps and differ over replies.
 */
export function sampleLabel(call: LabelledCall, rater: SampleRater): SampleLabel {
  const habit = habits[call.stepType ?? ""] ?? elsewhere;
  const shared = seededRandom(`difficulty ${call.key}`);
  const own = seededRandom(`rater ${rater.id} ${call.key}`);
  const isRule = shared() < habit.rule;
  const difficulty = shared() + hardship(call);
  const margin = habit.viable < 0.9 ? rater.strictness : rater.strictness / 10;
  const deserved: Verdict =
    difficulty + margin >= habit.viable ? "not_viable" : isRule ? "no_model_needed" : "viable";
  const verdict = own() < habit.noise * rater.wavering ? wavered(deserved, own()) : deserved;
  const taken = verdict === "viable" || verdict === "no_model_needed";
  const reasons = verdict === "unsure" ? [] : taken ? habit.viableReasons : habit.otherReasons;
  const notes = notesFor(call.stepType, verdict);
  const note =
    own() < (verdict === "unsure" ? 0.7 : 0.08) ? notes[Math.floor(own() * notes.length)] : null;
  return { verdict, reasons: own() < 0.75 ? reasons : reasons.slice(0, 1), note: note ?? null };
}

/** What the answer itself says of its difficulty; moves only the steps that are mixed. */
function hardship({ stepType, act, text }: LabelledCall): number {
  if (stepType === "reply_to_customer") {
    const delicate = /exception|manager|warranty|sorry/iu.test(text);
    return delicate ? 0.45 : text.length > 320 ? 0.1 : -0.15;
  }
  if (stepType !== "plan_next_action") return 0;
  return act.includes("escalate") || act.startsWith("answer") ? 0.1 : -0.02;
}

function wavered(deserved: Verdict, chance: number): Verdict {
  if (chance < 0.6) return "unsure";
  return deserved === "not_viable" ? "viable" : "not_viable";
}
