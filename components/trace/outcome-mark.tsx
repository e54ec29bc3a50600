import { Check, X } from "lucide-react";
import { DASH } from "@/lib/display/dash";

/** Whether a call or a run did what it was for. Not a verdict, so it speaks in ink. */
export function OutcomeMark(props: { outcome: boolean | null }) {
  if (props.outcome === null) return <span className="text-muted">{DASH}</span>;
  const Icon = props.outcome ? Check : X;
  return (
    <span className="inline-flex items-center gap-1 align-middle">
      <Icon aria-hidden className="size-3.5 text-muted" />
      {props.outcome ? "success" : "failure"}
    </span>
  );
}
