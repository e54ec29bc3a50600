"use client";

import { ChevronRight } from "lucide-react";
import { MessageHead } from "@/components/trace/message-head";
import { type ReadWhole, useWholeMessage } from "@/components/trace/use-whole-message";
import { Badge } from "@/components/ui/badge";
import { ForeignText } from "@/components/ui/foreign-text";
import { Skeleton } from "@/components/ui/skeleton";
import { type ShownMessage, SHOWN_TEXT } from "@/lib/calls/shown-message";

/** An earlier message: its first line, and its text when it is opened. */
export function FoldedMessage(props: {
  message: ShownMessage;
  /** Whether the call before had not seen it. */
  isNew: boolean;
  readWhole: ReadWhole;
}) {
  const { message } = props;
  const { state, read } = useWholeMessage(message.place, props.readWhole);
  return (
    <details
      className="group/message border-b border-line"
      onToggle={(event) => {
        if (event.currentTarget.open) void read();
      }}
    >
      <summary className="flex min-h-row cursor-pointer list-none items-center gap-2 py-1 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 text-muted group-open/message:rotate-90"
        />
        <span className="w-7 shrink-0 text-right text-xs text-muted tabular-nums">
          {typeof message.place === "number" ? message.place + 1 : ""}
        </span>
        <span className="shrink-0">
          <MessageHead message={message} />
        </span>
        {props.isNew ? <Badge>new</Badge> : null}
        <ForeignText text={message.firstLine} className="min-w-0 text-muted" />
      </summary>
      <div className="pt-1 pb-3 pl-12" aria-live="polite">
        {state.step === "read" ? (
          <ForeignText text={state.text} preserve max={SHOWN_TEXT} className="text-base" />
        ) : state.step === "failed" ? (
          <p role="alert">{state.reason}</p>
        ) : (
          <Skeleton className="w-64" />
        )}
      </div>
    </details>
  );
}
