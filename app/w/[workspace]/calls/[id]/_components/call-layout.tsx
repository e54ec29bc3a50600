import type { ReactNode } from "react";

/** The conversation, and beside it (on a narrow screen below) what is known about the call. */
export function CallLayout(props: { facts: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,56rem)_20rem] xl:gap-12 xl:grid-cols-[minmax(0,56rem)_24rem]">
      <div className="min-w-0">{props.children}</div>
      <aside aria-label="About this call" className="min-w-0">
        {props.facts}
      </aside>
    </div>
  );
}
