import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { Link } from "@/components/ui/link";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";

const itemStyle =
  "flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none select-none data-disabled:opacity-50 data-highlighted:bg-sunken [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted";

/** A list of deeds or places behind a button. */
export function Menu(props: {
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  children: ReactNode;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={props.trigger} />
      <Base.Portal>
        <Base.Positioner
          align={props.align ?? "start"}
          side={props.side ?? "bottom"}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Base.Popup className="popup-motion max-h-(--available-height) max-w-80 min-w-48 overflow-y-auto rounded-md bg-raised p-1 shadow-float outline-none">
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A deed in a menu, with its key if it has one. */
export function MenuItem(props: {
  onSelect: () => void;
  keys?: string;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Item className={itemStyle} disabled={props.disabled ?? false} onClick={props.onSelect}>
      {props.children}
      {props.keys ? (
        <span className="ml-auto pl-4">
          <Kbd keys={props.keys} />
        </span>
      ) : null}
    </Base.Item>
  );
}

/** A place in a menu: a real link. */
export function MenuLink(props: { href: string; current?: boolean; children: ReactNode }) {
  return (
    <Base.LinkItem
      className={itemStyle}
      closeOnClick
      aria-current={props.current ? "true" : undefined}
      render={<Link href={props.href} />}
    >
      {props.children}
      {props.current ? <Check aria-hidden className="ml-auto" /> : null}
    </Base.LinkItem>
  );
}

/** One of several in a menu; the chosen one is ticked. */
export function MenuRadioGroup<Value extends string>(props: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode }[];
}) {
  return (
    <Base.RadioGroup
      aria-label={props.label}
      value={props.value}
      onValueChange={(value) => props.onChange(value as Value)}
    >
      {props.options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className={itemStyle} closeOnClick>
          {option.label}
          <Base.RadioItemIndicator className="ml-auto pl-4">
            <Check aria-hidden className="size-3.5" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

/** Items of one sort, under a name. */
export function MenuGroup(props: { label: ReactNode; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 py-1 text-xs text-muted">{props.label}</Base.GroupLabel>
      {props.children}
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
