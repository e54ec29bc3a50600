import type { DrawRows } from "@/db/commands/write-draw";
import type { DrawStep } from "@/lib/labelling/draw-step";

/** What an extension adds to a draw, and how its frame stands then. */
export type Addition = {
  rows: DrawRows;
  step: Pick<DrawStep, "part" | "frameCalls" | "frameHash" | "strata">;
  frameCalls: number;
  frameHash: string;
};
