import { z } from "zod";
import { AssumedSlm } from "./assumed-slm";
import { Verdict } from "./verdict";

const said = (most: number) =>
  z
    .string()
    .trim()
    .min(1, "Must not be empty")
    .max(most, `At most ${most.toLocaleString("en")} characters`);

/** The rubric's questions; the sixth, whether there are enough repeats to tune on, is counted. */
export const RUBRIC_IDS = ["Q1", "Q2", "Q3", "Q4", "Q5"] as const;
export type RubricId = (typeof RUBRIC_IDS)[number];

const RUBRIC: { id: RubricId; question: string }[] = [
  { id: "Q1", question: "No person reads the answer: code or another step takes it." },
  { id: "Q2", question: "The instruction is narrow and always the same." },
  { id: "Q3", question: "The answer has one form, and code checks it." },
  { id: "Q4", question: "It needs no planning, no design, no debugging, no search for a cause." },
  { id: "Q5", question: "All that it needs stands in the prompt; nothing has to be remembered." },
];

/** What raters are asked, and how they may answer. One version of it is one row. */
export const Codebook = z.object({
  question: said(300),
  verdicts: z.record(Verdict, z.object({ definition: said(600), example: said(600) })),
  /** Statements that a rater may tick as true (yes) or cross as false (no); none has to be answered. */
  rubric: z
    .array(z.object({ id: z.enum(RUBRIC_IDS), question: said(300) }))
    .max(RUBRIC_IDS.length)
    .default(RUBRIC),
  reasons: z
    .array(z.object({ digit: z.number().int().min(1).max(9), text: said(80) }))
    .min(1, "Give at least one reason")
    .max(9)
    .refine(
      (reasons) => new Set(reasons.map(({ digit }) => digit)).size === reasons.length,
      "Each digit once",
    ),
  /** The model that raters have in mind. */
  assumedSlm: AssumedSlm,
  /** How to decide, in Markdown; empty when there is none. */
  guidance: z.string().max(20_000, "At most 20,000 characters").default(""),
});
export type Codebook = z.infer<typeof Codebook>;

/** The codebook every workspace starts with; its reasons follow the criteria of arXiv 2506.02153. */
export const FIRST_CODEBOOK: Codebook = {
  question: "Could the assumed small language model have made this call as reliably?",
  verdicts: {
    viable: {
      definition: "Yes: a tuned small model, with a fallback behind it, would answer as well.",
      example: "Extract the order number from one e-mail into a fixed JSON shape.",
    },
    not_viable: {
      definition: "No: it plans, diagnoses, or needs open conversation or wide knowledge.",
      example: "Decide the next step of a repair from twenty tool results.",
    },
    unsure: {
      definition: "It depends on something that this call alone does not show.",
      example: "Write a code file whose difficulty hangs on a design you cannot see.",
    },
    no_model_needed: {
      definition: "No model at all: a rule, a parser or a template would do.",
      example: "Turn a list of fields into a Markdown table.",
    },
  },
  rubric: RUBRIC,
  reasons: [
    { digit: 1, text: "bounded output" },
    { digit: 2, text: "everything is in the prompt" },
    { digit: 3, text: "plans ahead" },
    { digit: 4, text: "diagnoses or debugs" },
    { digit: 5, text: "long running state" },
    { digit: 6, text: "faces a person" },
    { digit: 7, text: "needs wide knowledge" },
    { digit: 8, text: "the answer is wrong" },
    { digit: 9, text: "other (say it in the note)" },
  ],
  assumedSlm: {
    maxBillions: 10,
    modality: "text",
    asOf: "2026-11",
    note: "open weights, tuned for this step",
  },
  guidance: `## How to decide

Judge **this call**, not the agent and not the model that made it. Read what it was asked, then what it answered.

- Ticks at all five statements, or nearly: *viable*.
- It plans, designs or looks for a cause, or an open decision hangs on what is not in the prompt: *not viable*.
- The same call could go either way with another input: *unsure*, and say in the note what it hangs on.
- You could write the rule on a page: *no model needed*.

### Examples

| the call | verdict | why |
| --- | --- | --- |
| sort a ticket into one of eight queues | viable | bounded output, checked by code |
| choose the next tool after a failed test | not viable | looks for a cause |
| write a reply to an upset customer | unsure | hangs on what the customer wants |
| put five fields into a template | no model needed | a template does it |

A wrong answer of the large model is no reason by itself: mark reason 8 and judge the task.
`,
};
