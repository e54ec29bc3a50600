import { cn } from "@/components/ui/class-names";

/** Draws a key or a sequence of keys, as written in lib/shortcuts ("g o", "Shift+v"). */
export function Kbd(props: { keys: string; inverted?: boolean }) {
  return (
    <kbd className="inline-flex items-center gap-0.5 font-sans">
      {props.keys.split(" ").map((key, index) => (
        <span
          // A sequence never changes its order.
          // oxlint-disable-next-line react/no-array-index-key
          key={`${key}-${index}`}
          className={cn(
            "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1 text-xs leading-none",
            props.inverted ? "border-on-ink/40 text-on-ink" : "border-line bg-panel text-muted",
          )}
        >
          {key.replace("Shift+", "⇧ ").replace("Mod+", "Ctrl/⌘ ")}
        </span>
      ))}
    </kbd>
  );
}
