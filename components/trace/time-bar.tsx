import { DASH } from "@/lib/display/dash";

/** Where something lies in the time of its trace, both ends from 0 to 1; a dash when unknown. */
export function TimeBar(props: { bar: { from: number; to: number } | null }) {
  if (props.bar === null) return <span className="text-muted">{DASH}</span>;
  const { from, to } = props.bar;
  return (
    <span aria-hidden className="relative block h-1.5 rounded-full bg-sunken">
      <span
        className="absolute inset-y-0 min-w-0.5 rounded-full bg-accent"
        style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
      />
    </span>
  );
}
