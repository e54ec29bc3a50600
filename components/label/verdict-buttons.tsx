import { cn } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { Tooltip } from "@/components/ui/tooltip";
import { VERDICT_APPEARANCE } from "@/components/ui/verdict-appearance";
import { VERDICT_CHOICES } from "@/components/label/verdict-choices";
import type { Codebook } from "@/lib/labelling/codebook";
import type { Verdict } from "@/lib/labelling/verdict";
import { keysOf } from "@/lib/shortcuts";

/** The four verdicts: a list with their keys, on a narrow screen a bar for the thumb. */
export function VerdictButtons(props: {
  own: Verdict | null;
  codebook: Codebook;
  onDecide: (verdict: Verdict, stay: boolean) => void;
  className?: string;
}) {
  return (
    <fieldset
      aria-label="Verdict"
      className={cn("grid min-w-0 grid-cols-4 gap-1.5 lg:grid-cols-1", props.className)}
    >
      {VERDICT_CHOICES.map(({ verdict, shortcut }) => {
        const { word, icon: Icon, badge, text } = VERDICT_APPEARANCE[verdict];
        const isOwn = props.own === verdict;
        return (
          <Tooltip key={verdict} side="left" content={props.codebook.verdicts[verdict].definition}>
            <button
              type="button"
              aria-pressed={isOwn}
              aria-keyshortcuts={keysOf(shortcut)}
              onClick={(event) => props.onDecide(verdict, event.shiftKey)}
              className={cn(
                "flex min-h-14 cursor-pointer flex-col items-center justify-center gap-1 rounded-md border border-line-strong/60 bg-canvas px-1 text-xs leading-4 select-none hover:bg-sunken active:bg-pressed lg:min-h-8.5 lg:flex-row lg:justify-start lg:gap-2.5 lg:px-2.5 lg:text-sm",
                isOwn && cn("border-current font-medium hover:bg-none", badge),
              )}
            >
              <Icon aria-hidden className={cn("size-5 shrink-0 lg:size-4", text)} />
              {word}
              <span className="ml-auto hidden lg:inline">
                <Kbd keys={keysOf(shortcut)} />
              </span>
            </button>
          </Tooltip>
        );
      })}
    </fieldset>
  );
}
