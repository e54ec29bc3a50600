import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { controlStyle } from "@/components/ui/input";

export type SelectOption<Value> = { value: Value; label: string; count?: string };

function SelectList<Value extends string | null>(props: {
  options: readonly SelectOption<Value>[];
}) {
  return (
    <Base.Popup className="popup-motion max-h-(--available-height) max-w-80 min-w-(--anchor-width) overflow-y-auto rounded-md bg-raised p-1 shadow-float outline-none">
      <Base.List>
        {props.options.map((option) => (
          <Base.Item
            key={option.value ?? ""}
            value={option.value}
            className="grid cursor-default grid-cols-[1rem_1fr_auto] items-center gap-1.5 rounded-sm px-1.5 py-1 text-sm outline-none data-highlighted:bg-sunken"
          >
            <Base.ItemIndicator>
              <Check aria-hidden className="size-3.5" />
            </Base.ItemIndicator>
            <Base.ItemText className="col-start-2 truncate">{option.label}</Base.ItemText>
            {option.count ? <span className="pl-3 text-muted">{option.count}</span> : null}
          </Base.Item>
        ))}
      </Base.List>
    </Base.Popup>
  );
}

/** A choice of one from a short list. Inside a Field it is named by it; elsewhere give `label`. */
export function Select<Value extends string | null>(props: {
  options: readonly SelectOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  name?: string;
  label?: string;
  placeholder?: string;
  disabled?: boolean;
  size?: "sm" | "md";
  className?: string;
}) {
  return (
    <Base.Root<Value>
      items={props.options}
      disabled={props.disabled ?? false}
      name={props.name}
      value={props.value}
      defaultValue={props.defaultValue}
      onValueChange={(value) => props.onChange?.(value as Value)}
    >
      <Base.Trigger
        aria-label={props.label}
        className={cn(
          controlStyle,
          "flex cursor-pointer items-center justify-between gap-2 pr-1.5 pl-2.5 text-left data-popup-open:bg-sunken",
          props.size === "sm" ? "h-7" : "h-8",
          props.className,
        )}
      >
        <Base.Value
          className="truncate data-placeholder:text-muted"
          placeholder={props.placeholder ?? "Choose"}
        />
        <Base.Icon>
          <ChevronsUpDown aria-hidden className="size-3.5 text-muted" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <SelectList options={props.options} />
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
