import { CandidateSentence } from "./candidate-sentence";
import { GateSentence } from "./gate-sentence";
import { RunSentence } from "./run-sentence";
import type { SentenceProps } from "./sentence-props";

/** What is assumed, as sentences whose numbers can be written over. */
export function AssumptionSentences(props: SentenceProps) {
  return (
    <div className="flex flex-col gap-3 text-base leading-9">
      <CandidateSentence {...props} />
      <GateSentence {...props} />
      <RunSentence {...props} />
    </div>
  );
}
