import { PART_APPEARANCE } from "@/components/charts/part-appearance";
import { PART_KEYS } from "@/components/charts/share-row";
import { cn } from "@/components/ui/class-names";

/** The five parts a bar can have, in the order in which they stand on it. */
export function PartKey() {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
      {PART_KEYS.map((part) => (
        <li key={part} className="flex items-center gap-1.5 whitespace-nowrap">
          <span
            aria-hidden
            className={cn("size-2.5 border", part === "unlabelled" && "hatch")}
            style={{
              borderColor: PART_APPEARANCE[part].edge,
              ...(part === "unlabelled" ? {} : { backgroundColor: PART_APPEARANCE[part].fill }),
            }}
          />
          {PART_APPEARANCE[part].word}
        </li>
      ))}
    </ul>
  );
}
