const PERSON = new Set(["user", "users", "customer", "client", "caller", "human", "person"]);
const PRETENDED = /^(sim|simul\w*|mock|fake|synthetic|pretend\w*)$/u;

/**
 * Whether an agent is named like a simulated customer, who is no agent of the team: `user_simulator`,
 * `SimulatedUser`, `customer-sim`. It is a suggestion: only people leave an agent out.
 */
export function looksSimulated(agent: string): boolean {
  const words = agent
    .replaceAll(/([a-z])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/u);
  return words.some((word) => PERSON.has(word)) && words.some((word) => PRETENDED.test(word));
}
