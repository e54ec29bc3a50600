import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

/** Views of one thing. The chosen one belongs in the URL: pass `value` and `onChange`. */
export function Tabs<Value extends string>(props: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly { value: Value; label: ReactNode; panel: ReactNode }[];
  className?: string;
}) {
  return (
    <Base.Root
      value={props.value}
      onValueChange={(value) => props.onChange(value as Value)}
      className={props.className}
    >
      <Base.List
        aria-label={props.label}
        className="flex gap-4 overflow-x-auto border-b border-line"
      >
        {props.tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className={cn(
              "-mb-px h-9 cursor-pointer border-b-2 border-transparent text-sm whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2",
              "data-active:border-accent data-active:font-medium data-active:text-ink",
            )}
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {props.tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
