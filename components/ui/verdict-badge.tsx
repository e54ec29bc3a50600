import { CircleDashed } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { VERDICT_APPEARANCE } from "@/components/ui/verdict-appearance";
import type { Verdict } from "@/lib/labelling/verdict";

/** A verdict by icon, word and colour; null is "not labelled yet", hatched. */
export function VerdictBadge(props: { verdict: Verdict | null; className?: string }) {
  const style =
    "inline-flex h-5 w-fit items-center gap-1 rounded-sm px-1.5 align-middle text-xs whitespace-nowrap";
  if (props.verdict === null) {
    return (
      <span
        className={cn(style, "border border-dashed border-line-strong text-muted", props.className)}
      >
        <CircleDashed aria-hidden className="size-3.5" />
        not labelled
      </span>
    );
  }
  const { word, icon: Icon, badge } = VERDICT_APPEARANCE[props.verdict];
  return (
    <span className={cn(style, "font-medium", badge, props.className)}>
      <Icon aria-hidden className="size-3.5" />
      {word}
    </span>
  );
}
