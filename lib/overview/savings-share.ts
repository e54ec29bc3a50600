import type { SavingsShare } from "@/lib/savings/project";
import type { GroupEvidence } from "./shares";

/**
 * The share that a saving follows: of spend where it is known with an interval, because what comes
 * back is paid by its cost, else of calls. How many bad answers pass is told by the share of calls.
 */
export function savingsShare(
  ofSpend: GroupEvidence | null,
  ofCalls: GroupEvidence | null,
): SavingsShare {
  const calls = endsOf(ofCalls);
  const spend = endsOf(ofSpend);
  return spend.low === null ? { ...calls, ofCalls: calls } : { ...spend, ofCalls: calls };
}

function endsOf(evidence: GroupEvidence | null) {
  const { value = null, interval = null } = evidence?.share ?? {};
  return { low: interval?.low ?? null, mid: value, high: interval?.high ?? null };
}
