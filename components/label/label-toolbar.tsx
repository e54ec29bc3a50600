import { ChevronDown, ChevronUp } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useFrame } from "@/components/shell/frame-context";

/** Undo, before and after, the keys; on a narrow screen also the way to reasons and note. */
export function LabelToolbar(props: {
  canUndo: boolean;
  onUndo: () => void;
  onSkip: () => void;
  onMove: (by: 1 | -1) => void;
  why: { open: boolean; count: number; onToggle: () => void };
}) {
  const { openShortcutSheet } = useFrame();
  const { open, count, onToggle } = props.why;
  const Chevron = open ? ChevronDown : ChevronUp;
  return (
    <div className="flex flex-wrap items-center gap-0.5 lg:sticky lg:-bottom-2.5 lg:-mx-4 lg:mt-auto lg:-mb-2.5 lg:flex-nowrap lg:border-t lg:border-line lg:bg-panel lg:px-2.5 lg:py-1.5">
      {/* never disabled by what was done last: a button that goes dead takes the focus with it */}
      <Button
        variant="ghost"
        size="sm"
        aria-disabled={!props.canUndo}
        onClick={props.onUndo}
        className="px-1.5 lg:px-1"
      >
        Undo <KeyHint keys="z" />
      </Button>
      <Button variant="ghost" size="sm" onClick={() => props.onMove(-1)} className="px-1.5 lg:px-1">
        Back <KeyHint keys="k" />
      </Button>
      <Button variant="ghost" size="sm" onClick={() => props.onMove(1)} className="px-1.5 lg:px-1">
        Next <KeyHint keys="j" />
      </Button>
      <Button variant="ghost" size="sm" onClick={props.onSkip} className="px-1.5 lg:px-1">
        Skip <KeyHint keys="s" />
      </Button>
      <Button
        variant="ghost"
        size="sm"
        aria-label="All keys"
        onClick={openShortcutSheet}
        className="ml-auto hidden px-1.5 lg:inline-flex"
      >
        <KeyHint keys="?" />
      </Button>
      <Button
        variant="ghost"
        size="sm"
        aria-expanded={open}
        onClick={onToggle}
        className="ml-auto lg:hidden"
      >
        Why{count > 0 ? ` (${count})` : ""} <Chevron aria-hidden className="size-4" />
      </Button>
    </div>
  );
}

function KeyHint(props: { keys: string }) {
  return (
    <span aria-hidden className="hidden lg:inline">
      <Kbd keys={props.keys} />
    </span>
  );
}
