import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/class-names";

type CheckboxProps = {
  /** Its name. With `hideLabel` it is only spoken. */
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  /** Some but not all of what it stands for. */
  indeterminate?: boolean;
  onChange?: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
  className?: string;
};

/** Yes or no, taking effect when the form is sent. */
export function Checkbox(props: CheckboxProps) {
  // said outright: by the label around it, it would have a name only once the page is alive
  const label = useId();
  return (
    <label
      className={cn(
        "flex w-fit cursor-pointer gap-2 text-sm",
        props.hideLabel ? "items-center" : "items-start",
        props.className,
      )}
    >
      <Base.Root
        aria-labelledby={label}
        checked={props.checked}
        defaultChecked={props.defaultChecked}
        name={props.name}
        indeterminate={props.indeterminate ?? false}
        disabled={props.disabled ?? false}
        onCheckedChange={(checked) => props.onChange?.(checked)}
        className="my-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-canvas data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 data-indeterminate:border-accent data-indeterminate:bg-accent"
      >
        <Base.Indicator className="text-on-accent">
          {props.indeterminate ? (
            <Minus aria-hidden className="size-3" strokeWidth={3} />
          ) : (
            <Check aria-hidden className="size-3" strokeWidth={3} />
          )}
        </Base.Indicator>
      </Base.Root>
      <span id={label} className={props.hideLabel ? "sr-only" : undefined}>
        {props.label}
        {props.hint ? <span className="block text-xs text-muted">{props.hint}</span> : null}
      </span>
    </label>
  );
}
