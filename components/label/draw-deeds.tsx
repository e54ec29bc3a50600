import { CheckDraw } from "@/components/label/check-draw";
import { ExtendDraw } from "@/components/label/extend-draw";
import { Button } from "@/components/ui/button";
import type { DrawCheck } from "@/lib/labelling/check-record";
import type { DrawSummary } from "@/lib/labelling/draw-summary";
import type { ExtendInput } from "@/lib/labelling/extend-input";

export type DrawDoing = {
  /** Whether this person may draw. */
  mayDraw: boolean;
  onCheck: (number: number) => Promise<DrawCheck | null>;
  /** @returns what was refused; null when it is done. */
  onExtend: (input: ExtendInput) => Promise<string | null>;
  /** Lets it ask by the newest codebook. */
  onMove: (number: number) => void;
};

/** What can be done with a draw: extend it, check it, take its record, move it to the newest codebook. */
export function DrawDeeds({
  draw,
  base,
  doing,
}: {
  draw: DrawSummary;
  base: string;
  doing: DrawDoing;
}) {
  return (
    <div className="flex items-center gap-2">
      {doing.mayDraw ? <ExtendDraw draw={draw} onExtend={doing.onExtend} /> : null}
      <CheckDraw number={draw.number} onCheck={() => doing.onCheck(draw.number)} />
      <a
        href={`${base}/label/draw/${draw.number}/record.json`}
        aria-label={`Record of draw ${draw.number}`}
        className="text-sm text-accent hover:underline"
      >
        Record
      </a>
      {doing.mayDraw && draw.wordingOnly === true ? (
        <Button size="sm" onClick={() => doing.onMove(draw.number)}>
          Use the newest codebook
        </Button>
      ) : null}
    </div>
  );
}
