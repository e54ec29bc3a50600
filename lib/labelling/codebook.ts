import { z } from "zod";
import { Verdict } from "./verdict";

/** What raters are asked, and how they may answer. One version of it is one row. */
export const Codebook = z.object({
  question: z.string().min(1),
  verdicts: z.record(Verdict, z.object({ definition: z.string(), example: z.string() })),
  reasons: z.array(z.object({ digit: z.number().int().min(1).max(9), text: z.string().min(1) })),
  /** The model that raters have in mind: size ceiling, modality, date. */
  assumedSlm: z.string().min(1),
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
  assumedSlm: "up to 10B parameters, text, open weights, tuned for this step, as of November 2026",
};
