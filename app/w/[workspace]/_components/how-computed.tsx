import { Calculator } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";
import { Popover } from "@/components/ui/popover";

/** "How is this computed": the arithmetic of a figure, in numbers. */
export function HowComputed(props: { of: string; className?: string; children: ReactNode }) {
  const trigger = (
    <button
      type="button"
      aria-label={`How is this computed: ${props.of}`}
      className={cn(
        buttonStyle({ variant: "ghost", size: "icon-sm" }),
        "text-muted",
        props.className,
      )}
    >
      <Calculator aria-hidden className="size-3.5" />
    </button>
  );
  return (
    <Popover trigger={trigger} title={props.of} openOnHover className="w-[34rem]">
      <div className="flex flex-col gap-3 text-sm">{props.children}</div>
    </Popover>
  );
}
