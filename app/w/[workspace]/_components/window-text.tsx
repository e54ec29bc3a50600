import { formatCount, formatCounted } from "@/lib/display/count";
import type { Window } from "@/lib/overview/window";

/** The days that the calls are of. */
export function WindowText(props: { window: Window }) {
  const { firstDay, lastDay, days, undatedCalls, implausibleCalls } = props.window;
  if (days === null) return <>the calls do not say when they were made</>;
  const span = firstDay === lastDay ? `on ${firstDay}` : `${firstDay} to ${lastDay}`;
  return (
    <>
      {span} ({formatCounted(days, "day")}, UTC)
      {undatedCalls > 0 ? `, ${formatCount(undatedCalls)} of them without a date` : ""}
      {implausibleCalls > 0
        ? `; ${formatCounted(implausibleCalls, "call")} with an implausible date ${implausibleCalls === 1 ? "does" : "do"} not stretch these days`
        : ""}
    </>
  );
}
