import type { ReactNode } from "react";

/** One thing that is known about the call, or a dash. */
export function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-2 border-b border-line py-1.5">
      <dt className="text-muted">{props.name}</dt>
      <dd className="min-w-0">{props.children}</dd>
    </div>
  );
}
