import { formatPercent } from "@/lib/display/percent";

/** How often a route key's calls go to a model today. */
export interface ModelUse {
  /** Null when the calls do not name their model. */
  readonly model: string | null;
  readonly calls: number;
}

/** The model that a key keeps or falls back to, and today's mix in words. */
export interface ModelMix {
  /** The model most used; of equals the first by name. Null when no call names one. */
  readonly mostUsed: string | null;
  /** `today claude-opus-4-8 88 %, gpt-5.5 12 %`; null when there is nothing to mix. */
  readonly mix: string | null;
}

/** Shown by name; the rest is counted together. */
const MOST_NAMED = 3;

/** The model most used for a key today, and the others beside it. */
export function computeModelMix(uses: readonly ModelUse[]): ModelMix {
  const calls = new Map<string | null, number>();
  for (const use of uses) calls.set(use.model, (calls.get(use.model) ?? 0) + use.calls);
  const ranked = [...calls]
    .filter(([, count]) => count > 0)
    .toSorted(([a, many], [b, few]) => few - many || compare(a ?? "", b ?? ""));
  const mostUsed = ranked.find(([model]) => model !== null)?.[0] ?? null;
  if (ranked.length < 2) return { mostUsed, mix: null };
  const all = ranked.reduce((sum, [, count]) => sum + count, 0);
  const named = ranked
    .slice(0, MOST_NAMED)
    .map(([model, count]) => `${model ?? "unnamed"} ${formatPercent(count / all)}`);
  const others = ranked.slice(MOST_NAMED).reduce((sum, [, count]) => sum + count, 0);
  if (others > 0) named.push(`others ${formatPercent(others / all)}`);
  return { mostUsed, mix: `today ${named.join(", ")}` };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
