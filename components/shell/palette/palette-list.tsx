// oxlint-disable jsx-a11y/prefer-tag-over-role -- no tag holds a list that an input elsewhere walks
import { Kbd } from "@/components/ui/kbd";
import { cn } from "@/components/ui/class-names";
import { ForeignText } from "@/components/ui/foreign-text";
import type { PaletteEntry } from "@/lib/palette/rank-entries";

export const optionId = (entry: PaletteEntry): string => `palette-${entry.id}`;

/** What fits, by groups; the chosen one is the one that Enter takes. */
export function PaletteList<Entry extends PaletteEntry>(props: {
  id: string;
  entries: readonly Entry[];
  chosen: Entry | undefined;
  onPoint: (entry: Entry) => void;
  onTake: (entry: Entry) => void;
}) {
  const groups = [...new Set(props.entries.map(({ group }) => group))];
  return (
    <div id={props.id} role="listbox" aria-label="What fits" className="overflow-y-auto p-1.5">
      {groups.map((group) => (
        <div key={group} role="group" aria-label={group}>
          <p aria-hidden className="px-2 pt-2 pb-1 text-xs text-muted">
            {group}
          </p>
          {props.entries
            .filter((entry) => entry.group === group)
            .map((entry) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the input, by aria-activedescendant
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                tabIndex={-1}
                aria-selected={entry === props.chosen}
                onPointerMove={() => props.onPoint(entry)}
                onClick={() => props.onTake(entry)}
                className={cn(
                  "flex min-h-8 cursor-pointer items-center gap-3 rounded-sm px-2 py-1 text-sm",
                  entry === props.chosen && "bg-sunken",
                )}
              >
                <span className="min-w-0 flex-1">
                  <ForeignText text={entry.label} />
                </span>
                {entry.detail ? (
                  <span className="max-w-[45%] truncate text-xs text-muted">{entry.detail}</span>
                ) : null}
                {entry.keys ? <Kbd keys={entry.keys} /> : null}
              </div>
            ))}
        </div>
      ))}
    </div>
  );
}
