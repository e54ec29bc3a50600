import { CircleDashed } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { VERDICT_APPEARANCE } from "@/components/ui/verdict-appearance";
import type { Verdict } from "@/lib/labelling/verdict";

/** `number` counts the person's own items, in the order in which they got them. */
export type StripItem = { itemId: string; number: number; verdict: Verdict | null };

/** The items around the shown one, each with its verdict; a press goes there. */
export function ItemStrip(props: {
  items: readonly StripItem[];
  shownId: string | null;
  onGoTo: (itemId: string) => void;
}) {
  return (
    <ol aria-label="Items around this one" className="flex items-center">
      {props.items.map(({ itemId, number, verdict }) => {
        const isShown = itemId === props.shownId;
        const look = verdict && VERDICT_APPEARANCE[verdict];
        const Icon = look ? look.icon : CircleDashed;
        const name = `Item ${number}: ${look ? look.word : "not labelled"}`;
        return (
          <li key={itemId}>
            <button
              type="button"
              title={name}
              aria-label={name}
              aria-current={isShown ? "true" : undefined}
              tabIndex={isShown ? 0 : -1}
              onClick={() => props.onGoTo(itemId)}
              className={cn(
                "flex size-6 cursor-pointer items-center justify-center rounded-sm border-b-2 border-transparent hover:bg-sunken",
                isShown && "border-ink",
              )}
            >
              <Icon aria-hidden className={cn("size-4", look ? look.text : "text-muted")} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
