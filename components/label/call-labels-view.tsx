import { Link } from "@/components/ui/link";
import { Badge } from "@/components/ui/badge";
import { ForeignText } from "@/components/ui/foreign-text";
import { VerdictBadge } from "@/components/ui/verdict-badge";
import { formatCounted } from "@/lib/display/count";
import { formatDateTime } from "@/lib/display/time";
import type { CallLabel, CallLabels } from "@/lib/labelling/call-labels";

/** What was said of a call: by whom, why, and how the label came about. */
export function CallLabelsView(props: { base: string; labels: CallLabels }) {
  const { labels, unfilled, early } = props.labels;
  return (
    <section aria-label="Labels of this call" className="flex flex-col gap-2 pb-6 text-sm">
      <h2 className="border-b border-line pb-1 font-semibold">Labels</h2>
      {labels.length === 0 && unfilled === 0 ? <p className="text-muted">No label yet</p> : null}
      {unfilled > 0 ? (
        <p className="text-muted">
          {early
            ? `${formatCounted(unfilled, "label")} of this call, or of one asked alike, still to come: reviewers see what others said when all are in; you see it because you settle disagreements.`
            : `What others said is shown when all labels of this call, and of those asked alike, are in: ${formatCounted(unfilled, "label")} to come.`}
        </p>
      ) : null}
      <ul className="flex flex-col gap-3">
        {labels.map((label) => (
          <OneLabel key={label.id} base={props.base} label={label} />
        ))}
      </ul>
    </section>
  );
}

function OneLabel({ base, label }: { base: string; label: CallLabel }) {
  return (
    <li className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-1.5">
        <VerdictBadge verdict={label.verdict} />
        {label.reasons.length > 0 ? (
          <span className="text-muted tabular-nums">reasons {label.reasons.join(", ")}</span>
        ) : null}
        {label.extra ? <Badge tone="outline">one more than asked for</Badge> : null}
        {label.origin === "hand" ? null : <Badge>{label.origin}</Badge>}
      </p>
      <p className="text-muted">
        <ForeignText text={label.isOwn ? "you" : label.rater} inline />
        {label.raterKind === "member" ? "" : ` (${label.raterKind})`},{" "}
        {formatDateTime(label.createdAt)}
        {label.fromCallId === null ? null : (
          <>
            , from{" "}
            <Link href={`${base}/calls/${label.fromCallId}`} className="underline">
              a call asked alike
            </Link>
          </>
        )}
      </p>
      {label.note === null ? null : <ForeignText text={label.note} preserve max={600} />}
    </li>
  );
}
