import { cn } from "@/components/ui/class-names";

/** The place of something that is coming, of the same size. Hidden from screen readers. */
export function Skeleton(props: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn("block h-3.5 animate-pulse rounded-sm bg-pressed", props.className)}
    />
  );
}
