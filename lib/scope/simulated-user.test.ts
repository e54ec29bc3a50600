import { expect, it } from "vitest";
import { looksSimulated } from "./simulated-user";

it.each([
  "user_simulator",
  "UserSimulator",
  "simulated user",
  "customer-sim",
  "mock_client",
  "Simulation of a caller",
])("takes %s for a simulated customer", (agent) => {
  expect(looksSimulated(agent)).toBe(true);
});

it.each(["planner", "user_proxy", "customer_service", "simulator", "simple user", "userland"])(
  "takes %s for an agent of the team",
  (agent) => {
    expect(looksSimulated(agent)).toBe(false);
  },
);
