import { formatCounted } from "@/lib/display/count";
import type { Share } from "@/lib/statistics/share-result";
import { computeLabelsToBar } from "@/lib/statistics/labels-needed";
import type { DecisionSettings } from "./evidence";
import type { RouteKeyAudit } from "./route-keys";

/** What a cluster waits for. */
export interface NextStep {
  readonly kind: "ready" | "keep" | "label" | "draw" | "tag" | "mixed";
  /** "ready", "keep", "1 more label". */
  readonly text: string;
  /** Why, in a sentence. */
  readonly reason: string;
  /** Labels that may bring it over the bar, when labels are what it waits for. */
  readonly labels: number | null;
  /** The lower end that decides, in calls; null without an interval. */
  readonly low: number | null;
}

/** What the route keys of a cluster wait for; a cluster is one route key until somebody merges. */
export function findNextStep(
  routeKeys: readonly RouteKeyAudit[],
  settings: Pick<DecisionSettings, "bar" | "minLabels">,
): NextStep {
  const [first, ...others] = routeKeys;
  if (first === undefined) return step("draw", "draw calls", "It has no calls.");
  const decisions = new Set(routeKeys.map(({ decision }) => decision.decision));
  if (others.length > 0 && decisions.size > 1) {
    const keys = formatCounted(routeKeys.length, "route key");
    return step("mixed", `${keys}, see routing`, "Its route keys are decided each for itself.");
  }
  const { decision, reason } = first.decision;
  if (decision === "keep") return step("keep", "keep", reason);
  if (decision === "route") {
    return step("ready", isWithoutModel(first) ? "ready, no model" : "ready", reason);
  }
  return whatIsMissing(first, settings);
}

function whatIsMissing(
  { evidence, tagged, mix, decision: { reason } }: RouteKeyAudit,
  { bar, minLabels }: Pick<DecisionSettings, "bar" | "minLabels">,
): NextStep {
  if (evidence === null || evidence.share.method === "none") {
    const waiting = evidence?.share.counts.unlabelled ?? 0;
    if (waiting === 0) return step("draw", "draw calls to label", reason);
    const labels = Math.min(minLabels, waiting);
    return { ...step("label", `${formatCounted(labels, "label")} to start`, reason), labels };
  }
  const labels = labelsMissing(evidence.share, bar, minLabels);
  if (labels === 0) {
    if (!tagged) return step("tag", "tag its steps", reason);
    return step("draw", mix.mostUsed === null ? "name its model" : "see routing", reason);
  }
  if (labels === null) return step("draw", "draw more calls", reason);
  const text = formatCounted(labels, "more label");
  const kind = labels <= evidence.share.counts.unlabelled ? "label" : "draw";
  return { ...step(kind, text, reason), labels, low: evidence.share.interval?.low ?? null };
}

/**
 * The least that more labels could do: the number that decides at all, and all of them viable, the
 * number that reaches the bar. Null when no number of labels in the frame would.
 */
function labelsMissing(share: Share, bar: number, minLabels: number): number | null {
  const toDecide = Math.max(0, minLabels - share.n);
  const toBar = computeLabelsToBar(share, bar);
  return toBar === null ? null : Math.max(toDecide, toBar);
}

/** Most of what is viable needs no model at all. */
function isWithoutModel({ evidence }: RouteKeyAudit): boolean {
  const portions = evidence?.share.portions;
  return portions ? portions.no_model_needed > portions.viable : false;
}

const step = (kind: NextStep["kind"], text: string, reason: string): NextStep => ({
  kind,
  text,
  reason,
  labels: null,
  low: null,
});
