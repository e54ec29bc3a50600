import { formatCount } from "@/lib/display/count";
import type { Scope } from "./scope";

/** Of a longer list, so many names are told. */
const MOST_NAMED = 3;

/** One side on which a scope narrows, in a few words; `from` stands for the whole window. */
export interface ScopePart {
  readonly side: keyof Scope;
  readonly text: string;
}

/**
 * The sides on which a scope narrows, each in a few words; none for everything.
 *
 * @param clusterNames the names of clusters by id; one that is gone is told as such
 */
export function listScopeParts(
  scope: Scope,
  clusterNames: ReadonlyMap<string, string> = new Map(),
): ScopePart[] {
  const { from, to, environments, agents, withoutAgents, humanFacing, clusters } = scope;
  const parts: ScopePart[] = [];
  if (from !== null || to !== null) parts.push({ side: "from", text: describeDays(from, to) });
  if (environments) parts.push({ side: "environments", text: nameSome(environments) });
  if (agents) parts.push({ side: "agents", text: `only ${nameSome(agents)}` });
  if (withoutAgents) {
    parts.push({ side: "withoutAgents", text: `without ${nameSome(withoutAgents)}` });
  }
  if (humanFacing !== "with") {
    const text = humanFacing === "only" ? "human-facing calls alone" : "human-facing calls apart";
    parts.push({ side: "humanFacing", text });
  }
  if (clusters) {
    const names = clusters.map((id) => clusterNames.get(id) ?? "a cluster that is gone");
    parts.push({
      side: "clusters",
      text: `${names.length > 1 ? "clusters" : "cluster"} ${nameSome(names)}`,
    });
  }
  return parts;
}

/** A scope in one line: `2026-01-01 to 2026-01-31 · production · without user_simulator`. */
export const describeScope = (scope: Scope, clusterNames?: ReadonlyMap<string, string>): string =>
  listScopeParts(scope, clusterNames)
    .map(({ text }) => text)
    .join(" · ") || "all calls";

function describeDays(from: string | null, to: string | null): string {
  if (from === to) return `on ${from}`;
  if (to === null) return `from ${from} on`;
  return from === null ? `until ${to}` : `${from} to ${to}`;
}

function nameSome(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return names.join(", ");
  const more = names.length - MOST_NAMED + 1;
  return `${names.slice(0, MOST_NAMED - 1).join(", ")} and ${formatCount(more)} more`;
}
