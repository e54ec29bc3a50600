import { whyLowerBound } from "@/lib/traces/lower-bound";

/** A sum over the calls that are known; where some are not, it is a lower bound and says so. */
export function PartialSum(props: {
  text: string;
  /** Whether any call is known. */
  known: boolean;
  /** Calls that say nothing. */
  without: number;
  /** What they do not say: "cost". */
  what: string;
  /** How many of the first calls were summed, where there are more; null for all. */
  summed?: number | null;
}) {
  const why = whyLowerBound(props);
  if (!props.known || why === null) return props.text;
  return (
    <span title={why}>
      ≥ {props.text}
      <span className="sr-only"> ({why})</span>
    </span>
  );
}
