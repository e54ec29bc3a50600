import type { AssumptionChange } from "@/app/w/[workspace]/_components/use-audit-params";
import type { RatedCandidate } from "@/lib/overview/compute-savings";
import type { CandidateChoice } from "@/lib/overview/candidates";
import type { FullAssumptions } from "@/lib/savings/assumptions";

/** What each sentence of assumptions is given. */
export type SentenceProps = {
  assumed: FullAssumptions;
  candidate: RatedCandidate | null;
  candidates: readonly CandidateChoice[];
  /** Whether some sources do not say what a cache served. */
  hasSilentCache: boolean;
  onChange: (change: AssumptionChange) => void;
};
