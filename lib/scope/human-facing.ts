import { z } from "zod";

/** People's word on an agent, or on a step (a route key): whether its calls talk to a person. */
export const HumanFacingRule = z.object({
  subject: z.enum(["agent", "step"]),
  /** The agent's name, or the route key, as it is stored. */
  value: z.string().min(1).max(500),
  humanFacing: z.boolean(),
});
export type HumanFacingRule = z.infer<typeof HumanFacingRule>;

/** What the word of people and of the trace may rest on. */
export interface HumanFacingKind {
  readonly routeKey: string;
  readonly agent: string | null;
  /** What the trace said; null when it is silent. */
  readonly humanFacing: boolean | null;
}

/**
 * Whether the calls of a kind talk to a person: the rule of its step, else the rule of its agent,
 * else what the trace said. Null is unknown; nothing is guessed.
 */
export function isHumanFacing(
  kind: HumanFacingKind,
  rules: readonly HumanFacingRule[],
): boolean | null {
  const ruleOf = (subject: HumanFacingRule["subject"], value: string | null) =>
    rules.find((rule) => rule.subject === subject && rule.value === value)?.humanFacing;
  return ruleOf("step", kind.routeKey) ?? ruleOf("agent", kind.agent) ?? kind.humanFacing;
}
