import type { ReactNode } from "react";
import { Fold } from "@/components/trace/fold";
import { FoldedMessage } from "@/components/trace/folded-message";
import { MessageView } from "@/components/trace/message-view";
import { OfferedTools } from "@/components/trace/offered-tools";
import { SettingsView } from "@/components/trace/settings-view";
import type { ReadWhole } from "@/components/trace/use-whole-message";
import { ForeignText } from "@/components/ui/foreign-text";
import type { BlockChange } from "@/lib/calls/mark-changes";
import type { ShownConversation } from "@/lib/calls/shown-conversation";
import { formatCount, formatCounted } from "@/lib/display/count";

/** The instruction is long, and mostly the same; and the answer should stand in sight. */
const SHOWN = { instruction: 600, input: 3_000 };

/**
 * What a call was asked, what came last, and what it answered, in the order in which a person
 * decides; all else is folded below. Give it a `key` that changes with the call.
 */
export function ConversationView(props: {
  conversation: ShownConversation;
  /** Why the call failed, if it did. */
  error: string | null;
  readWhole: ReadWhole;
  /** How many characters of the instruction and of the last input stand open at first. */
  shown?: { instruction: number; input: number };
  /** What the last input has that the call before had not, by piece; null where that says nothing. */
  changed?: readonly BlockChange[] | null;
}) {
  const { conversation, readWhole, shown = SHOWN, changed = null } = props;
  const { instructions, lastInput, earlier, response, tools, settings, seenBefore } = conversation;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {instructions.length > 0 ? (
        <Section title="Asked to do">
          {instructions.map((message) => (
            <MessageView
              key={message.place}
              message={message}
              readWhole={readWhole}
              max={shown.instruction}
            />
          ))}
        </Section>
      ) : null}
      <Section title="Last input" {...(changed === null ? {} : { hint: changedHint(changed) })}>
        {lastInput ? (
          <MessageView
            message={lastInput}
            readWhole={readWhole}
            max={shown.input}
            changed={changed}
          />
        ) : (
          <p className="text-muted">
            {instructions.length > 0
              ? "Nothing came after the instruction."
              : "The source holds no messages of this call."}
          </p>
        )}
      </Section>
      <Section title="Answered">
        {props.error === null ? null : (
          <ForeignText
            text={`Error: ${props.error}`}
            preserve
            max={2_000}
            className="font-medium"
          />
        )}
        {response ? (
          <MessageView message={response} readWhole={readWhole} />
        ) : (
          <p className="text-muted">The source holds no answer.</p>
        )}
      </Section>
      <div className="flex flex-col">
        {earlier.length > 0 ? (
          <Fold
            title={`${formatCounted(earlier.length, "earlier message")}${seenText(conversation)}`}
          >
            {() =>
              earlier.map((message, at) => (
                <FoldedMessage
                  key={message.place}
                  message={message}
                  isNew={seenBefore !== null && at >= seenBefore}
                  readWhole={readWhole}
                />
              ))
            }
          </Fold>
        ) : null}
        {tools ? (
          <Fold title={`tools offered: ${formatCount(tools.length)}`}>
            {() => <OfferedTools tools={tools} />}
          </Fold>
        ) : null}
        {settings ? (
          <Fold title="other settings">
            {() => <SettingsView settings={settings} readWhole={readWhole} />}
          </Fold>
        ) : null}
      </div>
    </div>
  );
}

function Section(props: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <div className="flex items-baseline gap-3 border-b border-line pb-1">
        <h2 className="text-sm font-semibold">{props.title}</h2>
        {props.hint ? <span className="text-xs text-muted">{props.hint}</span> : null}
      </div>
      {props.children}
    </section>
  );
}

const changedHint = (changed: readonly BlockChange[]): string =>
  changed.some((stretches) => stretches.length > 0)
    ? "marked: not in the call before"
    : "the same as in the call before";

const seenText = ({ seenBefore }: ShownConversation): string =>
  seenBefore === null ? "" : ` (${formatCount(seenBefore)} seen in the call before)`;
