"use client";

import { MessageBody } from "@/components/trace/message-body";
import { MessageHead } from "@/components/trace/message-head";
import { type ReadWhole, useWholeMessage } from "@/components/trace/use-whole-message";
import { Button } from "@/components/ui/button";
import { ForeignText } from "@/components/ui/foreign-text";
import { cutText } from "@/components/ui/visible-text";
import type { BlockChange } from "@/lib/calls/mark-changes";
import type { ShownMessage } from "@/lib/calls/shown-message";
import { formatBytes } from "@/lib/display/count";

/** A message that stands open: what came with the page, and a button for the rest. */
export function MessageView(props: {
  message: ShownMessage;
  readWhole: ReadWhole;
  /** Shows at most so many characters at first. */
  max?: number;
  /** What is marked in each of its pieces. */
  changed?: readonly BlockChange[] | null;
}) {
  const { message } = props;
  const { state, read } = useWholeMessage(message.place, props.readWhole);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <MessageHead message={message} />
      {state.step === "read" ? (
        <ForeignText text={state.text} preserve className="text-base" />
      ) : (
        <MessageBody {...beginningOf(message, props.max)} changed={props.changed} />
      )}
      {message.cut && state.step !== "read" ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="sm" loading={state.step === "reading"} onClick={read}>
            Read the whole message ({formatBytes(message.bytes)})
          </Button>
          {state.step === "failed" ? <span role="alert">{state.reason}</span> : null}
        </div>
      ) : null}
    </div>
  );
}

/** Of a message that was cut before it was sent, one button leads to all of it: the one below. */
function beginningOf({ blocks, cut }: ShownMessage, max: number | undefined) {
  if (!cut || max === undefined) return { blocks: blocks ?? [], max };
  const shown = (blocks ?? []).map((block) =>
    block.text.length > max ? { ...block, text: `${cutText(block.text, max)}…` } : block,
  );
  return { blocks: shown, max: undefined };
}
