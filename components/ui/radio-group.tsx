import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import { useId } from "react";

/** A choice of one of few, all of them in sight. */
export function RadioGroup<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; hint?: string }[];
  onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="text-sm font-medium">
        {props.label}
      </span>
      <Base
        aria-labelledby={id}
        value={props.value}
        onValueChange={(value) => props.onChange(value as Value)}
        className="flex flex-col gap-1"
      >
        {props.options.map((option) => (
          <label key={option.value} className="flex w-fit cursor-pointer items-start gap-2 text-sm">
            <Radio.Root
              value={option.value}
              className="my-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-canvas data-checked:border-accent"
            >
              <Radio.Indicator className="size-2 rounded-full bg-accent" />
            </Radio.Root>
            <span>
              {option.label}
              {option.hint ? <span className="block text-xs text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </Base>
    </div>
  );
}
