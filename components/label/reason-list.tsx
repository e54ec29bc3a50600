import { Check } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import type { Codebook } from "@/lib/labelling/codebook";

/** Why: the codebook's reasons with their digits. Any number of them, before the verdict. */
export function ReasonList(props: {
  reasons: Codebook["reasons"];
  chosen: readonly number[];
  onToggle: (digit: number) => void;
}) {
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="pb-1 text-xs text-muted">Why (digits, before the verdict)</legend>
      {props.reasons.map(({ digit, text }) => {
        const isChosen = props.chosen.includes(digit);
        return (
          <button
            key={digit}
            type="button"
            aria-pressed={isChosen}
            aria-keyshortcuts={String(digit)}
            onClick={() => props.onToggle(digit)}
            className={cn(
              "flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-1.5 text-left text-sm hover:bg-sunken lg:min-h-6.5",
              isChosen ? "font-medium text-ink" : "text-muted",
            )}
          >
            <Kbd keys={String(digit)} />
            <span className="min-w-0 flex-1">{text}</span>
            <Check aria-hidden className={cn("size-4 shrink-0", !isChosen && "invisible")} />
          </button>
        );
      })}
    </fieldset>
  );
}
