import { formatCounted } from "@/lib/display/count";
import { formatDuration } from "@/lib/display/time";
import { wholeMinutes } from "@/lib/labelling/pace";
import { type DrawPlanned, SECONDS_A_LABEL } from "@/lib/labelling/plan-draw";

/** What a plan costs: labels in all, and the time of the people who give them. */
export function DrawSum({ plan, pace }: { plan: DrawPlanned; pace: number | null }) {
  const each = pace ?? SECONDS_A_LABEL * 1000;
  const time = (labels: number) => formatDuration(wholeMinutes(labels * each));
  const second = plan.labels - plan.items;
  return (
    <output className="text-muted">
      <span className="font-medium text-ink">{formatCounted(plan.labels, "label")}</span>
      {second > 0
        ? `, ${plan.secondLabels > 0 ? "about " : ""}${formatCounted(second, "label")} of them by further raters (${time(second)})`
        : ""}
      : about {time(plan.labels)} of people’s time at {formatDuration(each)} a label
      {pace === null ? ", assumed" : ", the team’s pace so far"}
    </output>
  );
}
