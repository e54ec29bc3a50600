import { X } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount, formatCounted } from "@/lib/display/count";
import type { ScopePart } from "@/lib/scope/describe-scope";
import type { ScopeSummary } from "@/lib/scope/scope-summary";

/** What every figure of the page speaks of, in a line of chips; each can be taken away. */
export function ScopeChips(props: {
  summary: ScopeSummary;
  onRemove: (side: ScopePart["side"]) => void;
  /** Changes to the scope. */
  children: ReactNode;
}) {
  const { summary } = props;
  return (
    <section
      aria-label="Scope"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted"
    >
      <span>Scope</span>
      {summary.narrow ? null : <span className="text-ink">all calls</span>}
      {summary.parts.map(({ side, text }) => (
        <span
          key={side}
          className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm border border-accent bg-accent-soft pl-1.5 text-ink"
        >
          <span className="truncate">{text}</span>
          <button
            type="button"
            aria-label={`Take away: ${text}`}
            onClick={() => props.onRemove(side)}
            className="flex size-6 shrink-0 cursor-pointer items-center justify-center rounded-sm hover:bg-pressed"
          >
            <X aria-hidden className="size-3" />
          </button>
        </span>
      ))}
      {summary.narrow ? (
        <span>
          {formatCount(summary.calls)} of {formatCounted(summary.ofCalls, "call")}
        </span>
      ) : null}
      {props.children}
      <TalkNote summary={summary} />
    </section>
  );
}

/** What becomes of calls that talk to people, and of those of which nobody knows. */
function TalkNote({ summary }: { summary: ScopeSummary }) {
  const { humanFacing: apart, humanFacingUnknown: unknown } = summary;
  const { humanFacing } = summary.scope;
  if (humanFacing === "with") return null;
  if (humanFacing === "only") {
    return unknown === 0 ? null : (
      <span className="w-full">
        {formatCounted(unknown, "call")} of which nobody says whether they talk to a person{" "}
        {unknown === 1 ? "is" : "are"} left out
      </span>
    );
  }
  return (
    <span className="w-full">
      {formatCounted(apart, "human-facing call")} apart
      {unknown === 0
        ? ""
        : `; ${formatCounted(unknown, "call")} of which nobody says whether they talk to a person ${unknown === 1 ? "stays" : "stay"} in`}
    </span>
  );
}
