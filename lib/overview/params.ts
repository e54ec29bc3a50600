import { z } from "zod";
import { DEFAULT_CANDIDATE, getSlm } from "@/lib/pricing/slm-catalogue";
import type { Slm } from "@/lib/pricing/slm";
import {
  ASSUMPTION_NAMES,
  type FullAssumptions,
  fillAssumptions,
  parseStoredAssumptions,
  SaidAssumptions,
} from "@/lib/savings/assumptions";
import type { DecisionSettings } from "./evidence";
import { SHARE_UNITS } from "./units";

/** What an address may say about a view of the audit. What it says wrongly is as if not said. */
export const AuditParams = SaidAssumptions.extend({
  /** Absent: spend when it is known, else calls. */
  unit: z.enum(SHARE_UNITS).optional().catch(undefined),
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
  const said = (["unit", ...ASSUMPTION_NAMES] as const).flatMap((name) =>
    params[name] === undefined ? [] : [[name, String(params[name])]],
  );
  return said.length === 0 ? "" : `?${new URLSearchParams(said).toString()}`;
}

/** The small model of an id; the catalogue's default for none, or for one it does not have. */
export const chooseCandidate = (...ids: readonly (string | null | undefined)[]): Slm => {
  for (const id of ids) {
    const slm = id ? getSlm(id) : null;
    if (slm) return slm;
  }
  return DEFAULT_CANDIDATE;
};

/** What a view assumes, and of which small model: the address, else the workspace, else the defaults. */
export function assumedBy(
  params: SaidAssumptions,
  settings: Pick<DecisionSettings, "candidate" | "assumptions">,
): { readonly assumed: FullAssumptions; readonly candidate: Slm } {
  const candidate = chooseCandidate(params.candidate, settings.candidate);
  const workspace = parseStoredAssumptions(settings.assumptions);
  return {
    assumed: { ...fillAssumptions(params, workspace), candidate: candidate.id },
    candidate,
  };
}
