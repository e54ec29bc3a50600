import { Separator as Base } from "@base-ui/react/separator";
import { cn } from "@/components/ui/class-names";

export function Separator(props: { orientation?: "horizontal" | "vertical"; className?: string }) {
  const orientation = props.orientation ?? "horizontal";
  return (
    <Base
      orientation={orientation}
      className={cn(
        "shrink-0 bg-line",
        orientation === "vertical" ? "w-px self-stretch" : "h-px w-full",
        props.className,
      )}
    />
  );
}
