import { Wrench } from "lucide-react";
import { ForeignText } from "@/components/ui/foreign-text";
import type { BlockChange } from "@/lib/calls/mark-changes";
import type { MessageBlock } from "@/lib/calls/message-blocks";

/** The pieces of a message: text as it is, tool calls with their arguments, and whatever else it holds. */
export function MessageBody(props: {
  blocks: readonly MessageBlock[];
  /** Shows at most so many characters of a piece, with a button for the rest. */
  max?: number | undefined;
  /** What is marked in each piece. */
  changed?: readonly BlockChange[] | null | undefined;
}) {
  if (props.blocks.length === 0) return <p className="text-muted">No text</p>;
  return (
    <div className="flex flex-col gap-2">
      {props.blocks.map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- pieces of one fixed message
        <div key={index} className="min-w-0">
          {block.kind === "text" ? null : (
            <p className="flex items-center gap-1.5 pb-1 text-xs text-muted">
              {block.kind === "tool call" ? <Wrench aria-hidden className="size-3.5" /> : null}
              {block.kind}
              {block.title === null ? null : (
                <ForeignText text={block.title} mono className="font-medium text-ink" />
              )}
            </p>
          )}
          <ForeignText
            text={block.text}
            preserve
            mono={block.kind !== "text"}
            className={
              block.kind === "text" ? "text-base" : "rounded-md bg-sunken px-2.5 py-2 leading-5"
            }
            {...(props.max === undefined ? {} : { max: props.max })}
            {...(props.changed?.[index] ? { marks: props.changed[index] } : {})}
          />
        </div>
      ))}
    </div>
  );
}
