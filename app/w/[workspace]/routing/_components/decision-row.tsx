import { CircleDashed, CornerDownRight, Pause } from "lucide-react";
import { Link } from "@/components/ui/link";
import { HowComputed } from "@/app/w/[workspace]/_components/how-computed";
import { HowSaving } from "@/app/w/[workspace]/_components/how-saving";
import { HowShare } from "@/app/w/[workspace]/_components/how-share";
import { savingCells } from "@/app/w/[workspace]/_components/saving-text";
import { formatCounted } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatShareAtBar } from "@/lib/display/percent";
import { describeError } from "@/lib/overview/headline-text";
import type { RouteKeyAudit } from "@/lib/overview/route-keys";
import type { Assumptions } from "@/lib/savings/project";
import { BarMark } from "./bar-mark";

const APPEARANCE = {
  route: { word: "route", icon: CornerDownRight },
  keep: { word: "keep", icon: Pause },
  undecided: { word: "undecided", icon: CircleDashed },
};

/** One route key: what is decided, on what evidence. */
export function DecisionRow(props: {
  routeKey: RouteKeyAudit;
  bar: number;
  base: string;
  candidate: string;
  assumptions: Assumptions;
}) {
  const { routeKey, tagged, clusterIds, usage, evidence, projection, decision, mix } =
    props.routeKey;
  const { word, icon: Icon } = APPEARANCE[decision.decision];
  const share = evidence?.share ?? null;
  const saving = savingCells(projection);
  return (
    <li className="flex flex-col gap-1 border-t border-line py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link
          href={`${props.base}/clusters/${clusterIds[0]}`}
          className="min-w-0 truncate font-mono text-base font-medium hover:underline"
        >
          {routeKey}
        </Link>
        <span className="flex items-center gap-1 font-semibold">
          <Icon aria-hidden className="size-3.5" />
          {word}
        </span>
        <span className="ml-auto whitespace-nowrap text-muted">
          {formatMoney(usage.cost.costUsd)} · {formatCounted(usage.calls, "call")}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-3">
        <BarMark share={share} bar={props.bar} />
        <span>
          {formatShareAtBar(share?.value, share?.interval, props.bar)} ·{" "}
          {formatCounted(share?.n ?? 0, "label")} · {formatCounted(evidence?.raters ?? 0, "rater")}
          {share?.method === "census" ? ` · ${describeError(share)}` : ""}
        </span>
        {share === null ? null : (
          <HowComputed of={`Viable share of ${routeKey}, of calls`}>
            <HowShare share={share} calls={usage.calls} />
          </HowComputed>
        )}
      </div>
      <p>{decision.reason}</p>
      <div className="flex flex-wrap items-center gap-x-2 text-muted">
        <span>
          {projection.known
            ? `saves ${saving.low} to ${saving.high} per ${projection.per}, likely ${saving.mid}`
            : `saving unknown: ${projection.reason}`}
          {projection.known && saving.note !== null ? ` · ${saving.note}` : ""}
          {" · "}
          {tagged ? "" : "no step type · "}
          {mix.mix ?? (mix.mostUsed === null ? "model unknown" : `today ${mix.mostUsed}`)}
        </span>
        <HowComputed of={`Saving of ${routeKey}`}>
          <HowSaving
            projection={projection}
            candidate={props.candidate}
            assumptions={props.assumptions}
          />
        </HowComputed>
      </div>
    </li>
  );
}
