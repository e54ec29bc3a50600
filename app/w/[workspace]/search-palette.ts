import { PaletteFinds } from "@/lib/palette/palette-finds";

/** Asks what a workspace has for what was typed; null when no answer came, or none that is meant. */
export async function searchPalette(
  slug: string,
  typed: string,
  signal: AbortSignal,
): Promise<PaletteFinds | null> {
  try {
    const answer = await fetch(`/w/${slug}/palette?q=${encodeURIComponent(typed)}`, { signal });
    return answer.ok ? PaletteFinds.parse(await answer.json()) : null;
  } catch {
    // typed on, or offline: what was found before stays
    return null;
  }
}
