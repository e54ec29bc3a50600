import { type AuditParams, parseAuditParams } from "@/lib/overview/params";
import { getSlm } from "@/lib/pricing/slm-catalogue";
import { ok, refused, type Result } from "@/lib/result";
import { ASSUMPTION_NAMES } from "@/lib/savings/assumptions";

/**
 * The assumptions of a request to the API: the parameters of the page's address. What a page takes as
 * not said, an API refuses by name, so that no answer stands on another assumption than was asked.
 */
export function readSavingsRequest(asked: Readonly<Record<string, string[]>>): Result<AuditParams> {
  const params = parseAuditParams(asked);
  const wrong = ASSUMPTION_NAMES.filter((name) => {
    const given = asked[name]?.[0];
    if (given === undefined || given === "") return false;
    return params[name] === undefined || (name === "candidate" && getSlm(given) === null);
  });
  if (wrong.length === 0) return ok(params);
  return refused(
    "invalid",
    `${wrong.map((name) => `${name} is not understood: ${HELP[name]}`).join(". ")}.`,
  );
}

const PERCENT = "a number of per cent, 0 to 100";
const USD = "US dollars, 0 or more";
const HELP: Record<(typeof ASSUMPTION_NAMES)[number], string> = {
  candidate: "the id of a small model of the catalogue",
  hosting: "tokens or gpu",
  price_in: USD,
  price_out: USD,
  gpu_usd: USD,
  gpu_reads: "tokens a second, above 0",
  gpu_writes: "tokens a second, above 0",
  gpu_busy: "a number of per cent, above 0, at most 100",
  verifier: USD,
  escalation: "a number of per cent, 0 to 100, or share",
  gate: "perfect or assumed",
  catches: PERCENT,
  alarms: PERCENT,
  cache: "cold or warm",
  cached: PERCENT,
  inflation: "a number of per cent, 0 to 1000",
  tuning: USD,
  share: PERCENT,
};
