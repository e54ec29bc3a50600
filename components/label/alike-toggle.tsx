import { Check, Copy } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { MOST_ALIKE } from "@/lib/calls/alike";
import { formatCount } from "@/lib/display/count";
import { keysOf } from "@/lib/shortcuts";

/** Gives the verdict to the calls that were asked alike too; they do not count as labelled by hand. */
export function AlikeToggle(props: { alike: number; chosen: boolean; onToggle: () => void }) {
  const { alike, chosen } = props;
  const many = alike > MOST_ALIKE ? `${formatCount(MOST_ALIKE)} first` : formatCount(alike);
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-keyshortcuts={keysOf("alike")}
      disabled={alike === 0}
      onClick={props.onToggle}
      title="Copies of your label, marked as such: they count in no share and fill no one’s queue"
      className={cn(
        "flex min-h-9 items-center gap-2 rounded-sm px-1.5 text-left text-sm lg:min-h-6.5",
        alike === 0 ? "text-muted opacity-60" : "cursor-pointer hover:bg-sunken",
        chosen ? "font-medium text-ink" : "text-muted",
      )}
    >
      <Kbd keys={keysOf("alike")} />
      <span className="flex min-w-0 flex-1 items-center gap-1.5">
        <Copy aria-hidden className="size-3.5 shrink-0" />
        {alike === 0 ? "no other call asked alike" : `also the ${many} asked alike, as copies`}
      </span>
      <Check aria-hidden className={cn("size-4 shrink-0", !chosen && "invisible")} />
    </button>
  );
}
