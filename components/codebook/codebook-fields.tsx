import type { CodebookFieldsProps } from "@/components/codebook/codebook-field";
import { ReasonFields } from "@/components/codebook/reason-fields";
import { RubricFields } from "@/components/codebook/rubric-fields";
import { SlmFields } from "@/components/codebook/slm-fields";
import { VerdictFields } from "@/components/codebook/verdict-fields";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

/** Everything that a codebook says, to be written. */
export function CodebookFields(props: CodebookFieldsProps) {
  const { codebook, errors, onChange } = props;
  return (
    <div className="flex flex-col gap-6">
      <Field label="Question" error={errors.get("question")}>
        <Input
          value={codebook.question}
          onChange={(event) => onChange({ question: event.currentTarget.value })}
        />
      </Field>
      <SlmFields {...props} />
      <VerdictFields {...props} />
      <RubricFields {...props} />
      <ReasonFields {...props} />
      <Field
        label="Guidance"
        optional
        hint="Markdown: how to decide, with examples. Raters can open it beside each call."
        error={errors.get("guidance")}
      >
        <Textarea
          rows={10}
          className="font-mono text-xs"
          value={codebook.guidance}
          onChange={(event) => onChange({ guidance: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}
