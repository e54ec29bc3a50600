import type { ScopeView } from "@/lib/scope/scope-view";
import type { Folded } from "@/lib/calls/alike";
import type { CallFlag } from "@/lib/calls/call-query";

/** One value that calls can be filtered by, and how many calls have it. */
export type FacetValue = { value: string; label: string; calls: number };

export type CallFacets = Record<"cluster" | "step" | "agent" | "model" | "import", FacetValue[]>;

/** A call as the list shows it. */
export type CallItem = {
  id: string;
  startedAt: string | null;
  /** The step type, else the route key that stands for it. */
  step: string;
  stepTagged: boolean;
  cluster: string;
  act: string;
  agent: string | null;
  model: string | null;
  inputTokens: number | null;
  cachedInputTokens: number | null;
  outputTokens: number | null;
  /** US dollars: stated by the source, else from tokens and list price. */
  costUsd: number | null;
  latencyMs: number | null;
  outcome: boolean | null;
  flags: CallFlag[];
  preview: string | null;
  /** Calls of the workspace that were asked alike, this one included; null when nobody looked. */
  alike: number | null;
  /** The calls of the list that the row stands for; of more than `MOST_ALIKE`, one more. */
  folded: Folded;
};

export type CallsPage = {
  scope: ScopeView;
  calls: CallItem[];
  /** Exact up to 10,000, more stands for all above; null when counting would take too long. */
  count: number | null;
  /** Calls that were looked at for this page: more than it has rows where repeats are folded. */
  lookedAt: number;
  previous: string | null;
  next: string | null;
  facets: CallFacets;
  /** Whether the workspace has any call at all, whatever the filter. */
  isEmpty: boolean;
};
