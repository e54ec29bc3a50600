import type { KeyboardEvent, Ref } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { NOTE_LENGTH } from "@/lib/labelling/label-row";

/** The note of a label. Esc and Ctrl or Command with Enter leave it; what is typed stays. */
export function NoteField({
  textareaRef,
  ...props
}: {
  note: string;
  onWrite: (note: string) => void;
  /** The writer has left: by key, pointer or Tab. */
  onLeave: () => void;
  /** Gives the focus back to the panel. */
  onDone: () => void;
  textareaRef: Ref<HTMLTextAreaElement>;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isDone =
      event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
    props.onDone();
  };
  return (
    <Field label="Note" optional>
      <Textarea
        ref={textareaRef}
        rows={2}
        maxLength={NOTE_LENGTH}
        value={props.note}
        aria-keyshortcuts="e"
        onChange={(event) => props.onWrite(event.currentTarget.value)}
        onBlur={props.onLeave}
        onKeyDown={onKeyDown}
        className="max-h-40"
      />
    </Field>
  );
}
