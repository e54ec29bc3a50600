import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/class-names";

/** On or off, taking effect at once. */
export function Switch(props: {
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  onChange?: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
  className?: string;
}) {
  const textId = useId();
  return (
    <label className={cn("flex w-fit cursor-pointer items-start gap-2 text-sm", props.className)}>
      <Base.Root
        checked={props.checked}
        defaultChecked={props.defaultChecked}
        name={props.name}
        disabled={props.disabled ?? false}
        onCheckedChange={(checked) => props.onChange?.(checked)}
        // named by itself, so that it has its name before the page comes alive
        aria-labelledby={textId}
        className="mt-0.5 flex h-4 w-7 shrink-0 items-center rounded-full border border-line-strong bg-sunken px-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Thumb className="size-2.5 rounded-full bg-line-strong transition-transform data-checked:translate-x-3 data-checked:bg-on-accent" />
      </Base.Root>
      <span>
        <span id={textId}>{props.label}</span>
        {props.hint ? <span className="block text-xs text-muted">{props.hint}</span> : null}
      </span>
    </label>
  );
}
