import type { ReactNode } from "react";

/** A figure of the headline: value, then what it must not be read without. */
export function Figure(props: { value: ReactNode; how: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="text-2xl font-semibold">
        {props.value} <span className="inline-flex h-7 items-center align-bottom">{props.how}</span>
      </p>
      <div className="text-base text-muted">{props.children}</div>
    </div>
  );
}
