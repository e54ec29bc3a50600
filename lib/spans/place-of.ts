import type { StepSource } from "@/lib/calls/call";
import type { SpanRecord } from "@/lib/spans/span";
import type { CallGroup } from "./call-twins";
import { isGenericName } from "./generic-names";
import { asName } from "./plain-values";

export type Step = { stepType: string | null; stepSource: StepSource | null };

const AGENT_NAME = /(?:^|[\s._-])agents?(?:$|[\s._-])|Agent$/iu;

/**
 * The step of a call: a tag on it or on what it runs in; else its span's own name; else the name of
 * the nearest span around it that is a step or a tool. Names that say how the call was made are
 * passed over, and so is the agent's.
 */
export function stepOf(
  group: CallGroup,
  around: readonly SpanRecord[],
  agent: string | null,
): Step {
  const tagged = [...group, ...upToTool(around)].find(
    ({ step, stepSource }) => step !== null && stepSource === "instrumented",
  );
  if (tagged !== undefined) return { stepType: tagged.step, stepSource: "instrumented" };
  const models = group.flatMap(({ call }) => [call?.model ?? null, call?.requestModel ?? null]);
  const tells = (name: string | null): name is string =>
    name !== null && name !== agent && !isGenericName(name, models) && !AGENT_NAME.test(name);
  const own = group.map(({ name }) => stripKind(name)).find(tells);
  if (own !== undefined) return { stepType: own, stepSource: "span name" };
  const near = withinAgent(around)
    .filter(({ role }) => role === "chain" || role === "tool")
    .map(({ name }) => stripKind(name))
    .find(tells);
  const repeated = group.map(({ step }) => step).find(tells);
  const found = near ?? repeated ?? null;
  return { stepType: found, stepSource: found === null ? null : "ancestor" };
}

/** What lies around the agent names the whole run of the agent, not the step. */
function withinAgent(around: readonly SpanRecord[]): readonly SpanRecord[] {
  const agent = around.findIndex(({ role }) => role === "agent");
  return agent < 0 ? around : around.slice(0, agent);
}

/** A tag beyond a tool names the step that called the tool. */
function upToTool(around: readonly SpanRecord[]): readonly SpanRecord[] {
  const tool = around.findIndex(({ role }) => role === "tool");
  return tool < 0 ? around : around.slice(0, tool + 1);
}

/** OpenLLMetry puts the kind behind the name, the conventions put the operation before it. */
function stripKind(name: string | null): string | null {
  return (
    name?.replace(/\.(?:task|workflow|agent|tool)$/u, "").replace(/^execute_tool /u, "") ?? null
  );
}

/**
 * The agent of a call: the one it names itself, else the nearest agent span around it, else a name
 * that says so, else the service.
 */
export function agentOf(group: CallGroup, around: readonly SpanRecord[]): string | null {
  const stated = group.map(({ agent }) => agent).find((agent) => agent !== null);
  if (stated !== undefined) return stated;
  const agentSpan = around.find(({ role }) => role === "agent");
  const named = agentSpan === undefined ? null : agentName(agentSpan);
  if (named !== null) return named;
  const said = around.map(({ agent }) => agent).find((agent) => agent !== null);
  if (said !== undefined) return said;
  const saying = around.find(
    ({ name }) => name !== null && AGENT_NAME.test(name) && !isGenericName(name),
  );
  return saying?.name ?? serviceOf(group) ?? serviceOf(around);
}

/** An agent span's agent: stated, else its name without the operation before or the kind behind it. */
export function agentName({ agent, name }: SpanRecord): string | null {
  const own = asName(stripKind(name)?.replace(/^(?:invoke_agent|create_agent) /u, ""));
  return agent ?? (own === null || isGenericName(own) ? null : own);
}

function serviceOf(spans: readonly SpanRecord[]): string | null {
  const named = spans.map(({ service }) => service);
  return named.find((name) => name !== null && !name.startsWith("unknown_service")) ?? null;
}
