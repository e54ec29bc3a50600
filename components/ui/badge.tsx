import { type VariantProps, cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

const badgeStyle = cva(
  "inline-flex h-5 w-fit items-center gap-1 rounded-sm px-1.5 align-middle text-xs whitespace-nowrap",
  {
    variants: {
      tone: {
        neutral: "bg-sunken text-ink",
        accent: "bg-accent-soft text-accent",
        outline: "border border-line-strong text-muted",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

/** A word or a count beside a name. Verdicts have their own badge. */
export function Badge(
  props: VariantProps<typeof badgeStyle> & { className?: string; children: ReactNode },
) {
  return (
    <span className={cn(badgeStyle({ tone: props.tone }), props.className)}>{props.children}</span>
  );
}
