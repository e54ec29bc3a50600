import { Checkbox } from "@/components/ui/checkbox";

/** A name to choose, and what it used. */
export type NameChoice = {
  value: string;
  label: string;
  /** Already formatted. */
  detail: string;
  note?: string;
};

/** Names to choose some of. A name that is chosen and not offered any more can still be taken away. */
export function NameList(props: {
  legend: string;
  hint: string;
  choices: readonly NameChoice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const offered = new Set(props.choices.map(({ value }) => value));
  const gone = props.chosen
    .filter((value) => !offered.has(value))
    .map((value) => ({ value, label: value, detail: "no calls", note: undefined }));
  const toggle = (value: string, on: boolean) =>
    props.onChange(on ? [...props.chosen, value] : props.chosen.filter((one) => one !== value));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="pb-1 text-sm font-medium">{props.legend}</legend>
      <ul className="flex max-h-44 flex-col overflow-y-auto">
        {[...props.choices, ...gone].map((choice) => (
          <li key={choice.value} className="flex items-start justify-between gap-3 pr-2">
            <Checkbox
              label={choice.label}
              {...(choice.note ? { hint: choice.note } : {})}
              checked={props.chosen.includes(choice.value)}
              onChange={(on) => toggle(choice.value, on)}
              className="min-w-0 py-0.5 wrap-anywhere"
            />
            <span className="shrink-0 text-xs leading-6 text-muted">{choice.detail}</span>
          </li>
        ))}
      </ul>
      <p className="text-xs text-muted">{props.hint}</p>
    </fieldset>
  );
}
