"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";

/** A part that stands closed, and is drawn only when it is opened. */
export function Fold(props: { title: ReactNode; children: () => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="group/fold"
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-sm py-1 pr-2 text-sm text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 shrink-0 group-open/fold:rotate-90" />
        {props.title}
      </summary>
      {opened ? <div className="pt-1 pl-5">{props.children()}</div> : null}
    </details>
  );
}
