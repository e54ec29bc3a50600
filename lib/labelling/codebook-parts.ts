import { diffWordsWithSpace } from "diff";
import { describeSlm } from "./assumed-slm";
import type { Codebook } from "./codebook";
import type { Verdict } from "./verdict";

/** A part of a codebook as text, by which versions are compared. */
export type CodebookPart = { name: string; text: string };

const VERDICT_NAMES: Record<Verdict, string> = {
  viable: "Viable",
  not_viable: "Not viable",
  unsure: "Unsure",
  no_model_needed: "No model needed",
};

/** A codebook in parts, in the order in which it is read. */
export function codebookParts(codebook: Codebook): CodebookPart[] {
  return [
    { name: "Question", text: codebook.question },
    { name: "Assumed model", text: describeSlm(codebook.assumedSlm) },
    ...(Object.keys(VERDICT_NAMES) as Verdict[]).map((verdict) => {
      const { definition, example } = codebook.verdicts[verdict];
      return { name: VERDICT_NAMES[verdict], text: `${definition}\nFor example: ${example}` };
    }),
    {
      name: "Rubric",
      text: codebook.rubric.map(({ id, question }) => `${id} ${question}`).join("\n"),
    },
    {
      name: "Reasons",
      text: codebook.reasons.map(({ digit, text }) => `${digit} ${text}`).join("\n"),
    },
    { name: "Guidance", text: codebook.guidance },
  ];
}

/** A run of words that both have, that only the later has, or only the earlier. */
export type DiffRun = { text: string; kind: "same" | "added" | "removed" };

/** The parts in which two codebooks differ, word by word. */
export function diffCodebooks(
  before: Codebook,
  after: Codebook,
): { name: string; runs: DiffRun[] }[] {
  const earlier = new Map(codebookParts(before).map(({ name, text }) => [name, text]));
  return codebookParts(after).flatMap(({ name, text }) => {
    const old = earlier.get(name) ?? "";
    if (old === text) return [];
    const runs = diffWordsWithSpace(old, text).map(({ value, added, removed }): DiffRun => ({
      text: value,
      kind: added ? "added" : removed ? "removed" : "same",
    }));
    return [{ name, runs }];
  });
}
