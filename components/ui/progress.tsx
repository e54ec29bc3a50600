import { Progress as Base } from "@base-ui/react/progress";
import type { ReactNode } from "react";

/** How far a deed has come. `value` from 0 to 1; null when nobody knows. */
export function Progress(props: { label: string; value: number | null; text?: ReactNode }) {
  return (
    <Base.Root
      value={props.value === null ? null : Math.round(props.value * 100)}
      className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-sm"
    >
      <Base.Label>{props.label}</Base.Label>
      <span className="text-muted">{props.text}</span>
      <Base.Track className="col-span-2 h-1.5 overflow-hidden rounded-full bg-pressed">
        <Base.Indicator className="h-full bg-accent transition-[width] data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Base.Track>
    </Base.Root>
  );
}
