import { groupBy } from "@/lib/overview/group-by";
import type { PriceOverrides } from "@/lib/pricing/price-override";
import type { HumanFacingRule } from "./human-facing";
import { sumBy, type UseBucket } from "./scope-choices";
import { looksSimulated } from "./simulated-user";

/** An agent or a step, what it used, and who says what of whom it talks to. */
export interface TalkRow {
  readonly subject: HumanFacingRule["subject"];
  readonly value: string;
  readonly calls: number;
  /** US dollars; null is unknown. */
  readonly spendUsd: number | null;
  /** Its calls by what the trace says of them. */
  readonly traceSays: { readonly yes: number; readonly no: number; readonly silent: number };
  /** People's word; null when nobody said anything. */
  readonly rule: boolean | null;
  /** For an agent: whether it is named like a simulated customer. */
  readonly simulated: boolean;
}

/**
 * The agents, or the steps, of a workspace, the most calls first. A rule on a name that has no calls
 * now is there too, so that it can be taken back.
 */
export function listTalkRows(
  subject: HumanFacingRule["subject"],
  buckets: readonly UseBucket[],
  rules: readonly HumanFacingRule[],
  overrides: PriceOverrides,
): TalkRow[] {
  const pick = (bucket: UseBucket) => (subject === "agent" ? bucket.agent : bucket.routeKey);
  const byName = groupBy(buckets, pick);
  const own = rules.filter((rule) => rule.subject === subject);
  const used = sumBy(buckets, pick, overrides);
  const names = new Set(used.map(({ name }) => name));
  const unused = own.filter(({ value }) => !names.has(value));
  return [...used, ...unused.map(({ value }) => ({ name: value, calls: 0, spendUsd: 0 }))].map(
    ({ name, calls, spendUsd }) => {
      const said = (talks: boolean | null) =>
        (byName.get(name) ?? []).reduce(
          (sum, bucket) => (bucket.humanFacing === talks ? sum + bucket.calls : sum),
          0,
        );
      return {
        subject,
        value: name,
        calls,
        spendUsd,
        traceSays: { yes: said(true), no: said(false), silent: said(null) },
        rule: own.find(({ value }) => value === name)?.humanFacing ?? null,
        simulated: subject === "agent" && looksSimulated(name),
      };
    },
  );
}
