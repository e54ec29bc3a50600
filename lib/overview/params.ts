import { z } from "zod";
import { DEFAULT_CANDIDATE, getSlm, ratesOfSlm } from "@/lib/pricing/slm-catalogue";
import type { Slm } from "@/lib/pricing/slm";
import type { Assumptions } from "@/lib/savings/project";
import { SHARE_UNITS } from "./units";

const percent = z.coerce.number().min(0).max(100);
const given = (value: unknown) => (value === "" ? undefined : value);

/** What an address may say about a view of the audit. What it says wrongly is as if not said. */
export const AuditParams = z.object({
  /** Absent: spend when it is known, else calls. */
  unit: z.enum(SHARE_UNITS).optional().catch(undefined),
  /** Id of a small model; absent: the workspace's. */
  candidate: z.preprocess(given, z.string().max(100).optional()).catch(undefined),
  /** Per cent of the routed calls that come back; absent: from the share. */
  escalation: z.preprocess(given, percent.optional()).catch(undefined),
  /** Per cent of a cluster's calls that are routed. */
  share: z.preprocess(given, percent.default(100)).catch(100),
  /** How an escalated call finds the prompt cache. */
  cache: z.enum(["cold", "warm"]).default("cold").catch("cold"),
});
export type AuditParams = z.infer<typeof AuditParams>;

/** Reads the search params of a page or a request; of a repeated one the first counts. */
export function parseAuditParams(
  params: Record<string, string | string[] | undefined>,
): AuditParams {
  const first = Object.entries(params).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return AuditParams.parse(Object.fromEntries(first));
}

/** The view as the query of an address, with its question mark; empty for the default view. */
export function queryOf(params: AuditParams): string {
  const said = Object.entries(params).filter(
    ([name, value]) =>
      value !== undefined && !(name === "share" && value === 100) && value !== "cold",
  );
  if (said.length === 0) return "";
  return `?${new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()}`;
}

/** The small model of an id; the catalogue's default for none, or for one it does not have. */
export const chooseCandidate = (...ids: readonly (string | null | undefined)[]): Slm => {
  for (const id of ids) {
    const slm = id ? getSlm(id) : null;
    if (slm) return slm;
  }
  return DEFAULT_CANDIDATE;
};

/** The assumptions that an address states. */
export const readAssumptions = (
  { escalation, share, cache }: Pick<AuditParams, "escalation" | "share" | "cache">,
  candidate: Slm,
): Assumptions => ({
  candidate: ratesOfSlm(candidate),
  escalation: escalation === undefined ? "from the share" : escalation / 100,
  escalatedCache: cache,
  routedShare: share / 100,
});

/** What the decisions and the routes file assume: all of it routed, a cold cache, the share's word. */
export const decidingAssumptions = (candidate: Slm): Assumptions =>
  readAssumptions({ escalation: undefined, share: 100, cache: "cold" }, candidate);
