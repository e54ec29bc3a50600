import { z } from "zod";
import { DrawStep } from "@/lib/labelling/draw-step";

/** The steps of a draw; one made before steps were kept was drawn at once. */
export function stepsOf(
  draw: {
    steps: readonly unknown[];
    createdAt: string;
    createdBy: string;
    frameCalls: number;
    frameHash: string;
  },
  strata: readonly { clusterId: string; part: number; drawn: number }[],
): DrawStep[] {
  if (draw.steps.length > 0) return z.array(DrawStep).parse(draw.steps);
  return [
    {
      kind: "draw",
      at: new Date(draw.createdAt).toISOString(),
      by: draw.createdBy,
      part: 1,
      frameCalls: draw.frameCalls,
      frameHash: draw.frameHash,
      strata: strata.map(({ clusterId, part, drawn }) => ({ clusterId, part, drawn })),
    },
  ];
}
