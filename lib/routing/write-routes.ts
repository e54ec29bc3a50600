import { formatCounted } from "@/lib/display/count";
import { describeEvidence, describeShare } from "./evidence-text";
import {
  type RouteEntry,
  type RoutesHeader,
  STEP_TAG,
  type StepTag,
  UNCALIBRATED_THRESHOLD,
} from "./route-entry";
import type { Route, RoutesFile } from "./routes-file";
import { commentText, isWritableKey, quoteYaml } from "./yaml-text";

/**
 * The routes file as text. The same input gives the same bytes: entries stand in the order of their
 * keys, the date is that of the newest input.
 *
 * @throws RangeError when a route key comes twice, or a threshold is outside (0, 1]
 */
export function writeRoutes(
  header: RoutesHeader,
  entries: readonly RouteEntry[],
  tag: StepTag = STEP_TAG,
): string {
  const sorted = sortEntries(entries);
  const written = sorted.filter((entry) => intendedRoute(entry) !== null);
  const remarks = sorted.filter((entry) => intendedRoute(entry) === null);
  const lines = [headerLine(header)];
  if (written.length === 0) lines.push("routes: {}");
  else lines.push("routes:", ...written.flatMap(writeEntry));
  for (const entry of remarks) lines.push(`# ${describeUnwritten(entry)}`);
  if (remarks.some(({ tagged }) => !tagged)) {
    lines.push(`# To route calls without a step type, set "${commentText(tag.name)}" on each:`);
    for (const how of tag.how) lines.push(`#   ${commentText(how)}`);
  }
  return `${lines.join("\n")}\n`;
}

/** What a reader of the file must find in it: the check compares with this. */
export function intendedRoutes(entries: readonly RouteEntry[]): RoutesFile {
  const routes: [string, Route][] = [];
  for (const entry of sortEntries(entries)) {
    const route = intendedRoute(entry);
    if (route !== null) routes.push([entry.routeKey, route]);
  }
  // fromEntries, because assigning to the key "__proto__" would not make a key.
  return { routes: Object.fromEntries(routes) };
}

/** The entry's route; null when it can only be a comment. */
function intendedRoute(entry: RouteEntry): Route | null {
  const { currentModel, candidate } = entry;
  if (!entry.tagged || !isWritableKey(entry.routeKey)) return null;
  if (currentModel === null || currentModel === "") return null;
  if (entry.decision !== "route" || candidate === "") return { model: currentModel };
  const threshold = thresholdOf(entry);
  return { model: candidate, fallback: currentModel, confidence_threshold: threshold };
}

function writeEntry(entry: RouteEntry): string[] {
  const route = intendedRoute(entry);
  if (route === null) return [];
  const key = `  ${quoteYaml(entry.routeKey)}:`;
  const mix = entry.mix === null ? "" : `; ${entry.mix}`;
  if (!("fallback" in route)) {
    const why = `${entry.decision}: ${describeShare(entry)}${keepReason(entry)}${mix}`;
    return [key, `    model: ${quoteYaml(route.model)}     # ${commentText(why)}`];
  }
  return [
    key,
    `    # ${commentText(describeEvidence(entry))}`,
    `    model: ${quoteYaml(route.model)}`,
    `    fallback: ${quoteYaml(route.fallback)}${mix === "" ? "" : `   # ${commentText(mix.slice(2))}`}`,
    `    confidence_threshold: ${route.confidence_threshold}${describeThreshold(entry)}`,
  ];
}

/** A share over the bar that is kept all the same needs its reason beside it. */
const keepReason = ({ decision, monthlySaving }: RouteEntry): string =>
  decision === "keep" && monthlySaving !== null && monthlySaving.low < 0
    ? "; the low end of the saving is below zero"
    : "";

function describeUnwritten(entry: RouteEntry): string {
  const what = !entry.tagged
    ? "no step type"
    : entry.currentModel === null || entry.currentModel === ""
      ? "model unknown"
      : "route key too long";
  // A key too long to write is shown by its start.
  const name = quoteYaml([...entry.routeKey].slice(0, 200).join(""));
  const calls = formatCounted(entry.calls, "call");
  return commentText(`${what}: ${name}, ${calls}, ${entry.decision}: ${describeShare(entry)}`);
}

/** A threshold that no replay has calibrated says so. */
function describeThreshold(entry: RouteEntry): string {
  const isDefault =
    (entry.confidenceThreshold ?? UNCALIBRATED_THRESHOLD) === UNCALIBRATED_THRESHOLD;
  if (entry.confidenceThreshold !== null && entry.calibrated !== false) return "";
  return isDefault ? "   # uncalibrated default" : "   # uncalibrated, set by hand";
}

/** Rounded to four digits, so that every reader takes it for the same number. */
function thresholdOf({ confidenceThreshold }: RouteEntry): number {
  const threshold = confidenceThreshold ?? UNCALIBRATED_THRESHOLD;
  if (!(threshold > 0 && threshold <= 1)) {
    throw new RangeError(`A confidence threshold lies in (0, 1], not ${threshold}.`);
  }
  return Math.max(0.0001, Math.round(threshold * 10_000) / 10_000);
}

function headerLine(header: RoutesHeader): string {
  const parts = [
    header.release === null ? "Assay draft" : `Assay release ${header.release}`,
    `workspace ${header.workspace}`,
    ...(header.newestInput === null ? [] : [header.newestInput]),
    `inputs sha256:${header.inputsSha256}`,
    header.codebookVersion === null ? "no codebook" : `codebook v${header.codebookVersion}`,
    ...(header.scope === null ? [] : [`decided on ${header.scope}`]),
  ];
  return `# ${parts.map(commentText).join(", ")}`;
}

/** By route key, by UTF-16 code units: the same in every locale. */
function sortEntries(entries: readonly RouteEntry[]): RouteEntry[] {
  const sorted = entries.toSorted((a, b) =>
    a.routeKey < b.routeKey ? -1 : a.routeKey > b.routeKey ? 1 : 0,
  );
  sorted.forEach((entry, index) => {
    if (index > 0 && sorted[index - 1]?.routeKey === entry.routeKey) {
      throw new RangeError(`The route key ${JSON.stringify(entry.routeKey)} comes twice.`);
    }
  });
  return sorted;
}
