import { z } from "zod";

const named = z.object({ id: z.string(), name: z.string() });

/** What a workspace offers to go to: its clusters, its newest imports, calls that were searched. */
export const PaletteFinds = z.object({
  clusters: z.array(named),
  imports: z.array(named),
  calls: z.array(z.object({ id: z.string(), name: z.string(), detail: z.string() })),
});
export type PaletteFinds = z.infer<typeof PaletteFinds>;
