import { formatCounted } from "@/lib/display/count";

/** A sum over the calls that are known; where some are not, it is a lower bound and says so. */
export function PartialSum(props: {
  text: string;
  /** Whether any call is known. */
  known: boolean;
  /** Calls that say nothing. */
  without: number;
  /** What they do not say: "cost". */
  what: string;
}) {
  if (!props.known || props.without === 0) return props.text;
  const why = `${formatCounted(props.without, "call")} without known ${props.what}`;
  return (
    <span title={why}>
      ≥ {props.text}
      <span className="sr-only"> ({why})</span>
    </span>
  );
}
