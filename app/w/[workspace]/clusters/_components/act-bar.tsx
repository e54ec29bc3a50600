import { formatCount } from "@/lib/display/count";
import { formatPercent } from "@/lib/display/percent";
import type { ActCount } from "@/lib/overview/acts";

/** As many are drawn by themselves; the rest is one part. */
const MOST_PARTS = 4;
const TONES = ["bg-muted", "bg-line-strong", "bg-line-strong/60", "bg-line-strong/35", "bg-sunken"];

/** What the calls of a cluster are seen to do: a small stacked bar, and the largest in words. */
export function ActBar(props: { acts: readonly ActCount[] }) {
  const whole = props.acts.reduce((sum, { calls }) => sum + calls, 0);
  const [first, second] = props.acts;
  if (first === undefined) return <>–</>;
  const parts = props.acts.slice(0, MOST_PARTS).map(({ calls }) => calls);
  const rest = whole - parts.reduce((sum, calls) => sum + calls, 0);
  const inWords = [first, ...(second ? [second] : [])]
    .map(({ act, calls }) => `${act} ${formatPercent(calls / whole)}`)
    .join(", ");
  const others = props.acts.length - 2;
  return (
    <span className="flex items-center gap-2" title={props.acts.map(({ act }) => act).join(", ")}>
      <span aria-hidden className="flex h-2.5 w-16 shrink-0 gap-px overflow-hidden rounded-[2px]">
        {[...parts, ...(rest > 0 ? [rest] : [])].map((calls, index) => (
          <span
            // oxlint-disable-next-line react/no-array-index-key -- parts of one fixed bar
            key={index}
            className={TONES[index]}
            style={{ flexGrow: calls, flexBasis: 0 }}
          />
        ))}
      </span>
      <span className="truncate">
        {inWords}
        {others > 0 ? `, ${formatCount(others)} more` : ""}
      </span>
    </span>
  );
}
