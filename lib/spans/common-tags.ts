import type { Attributes } from "@/lib/otlp/otlp";
import type { DialectReading } from "@/lib/spans/span-reading";
import { isGenericName } from "./generic-names";
import { objectIn } from "./json-text";
import { outcomeOf } from "./outcome";
import { asName, asText } from "./plain-values";

/** Where clients put what their users attach to a span. */
const PREFIXES = [
  "",
  "metadata.",
  "assay.",
  "langfuse.observation.metadata.",
  "langsmith.metadata.",
  "ai.telemetry.metadata.",
  "ai.settings.context.",
  "traceloop.association.properties.",
  "gen_ai.request.metadata.",
  "langfuse.trace.metadata.",
];

const STEP_TAGS = ["step_type", "step.type", "stepType", "step_name", "step"];
/** Set by frameworks and by prompt management: a step's name where no one tagged it. */
const STEP_NAMES = [
  "ai.telemetry.functionId",
  "langfuse.observation.metadata.langgraph_node",
  "langsmith.metadata.langgraph_node",
  "metadata.langgraph_node",
  "traceloop.association.properties.langgraph_node",
  "langgraph_node",
  "graph.node.name",
  "gen_ai.prompt.name",
  "langfuse.observation.prompt.name",
];

const AGENT = ["agent", "agent_name", "agentName"];
const SESSION = ["sessionId", "session_id", "thread_id", "threadId", "conversation_id"];
const USER = ["userId", "user_id"];
const ENVIRONMENT = ["environment", "env"];

/**
 * What users attach themselves, whatever the dialect: the step, the agent, session, user,
 * environment, and whether the result was correct.
 */
export function readCommonTags(attributes: Attributes): DialectReading {
  const tags = { ...openMetadata(attributes), ...attributes };
  const step = stepTag(tags);
  const correct = tagged(tags, ["correct", "is_correct"]);
  const fact = correct === undefined ? null : outcomeOf("correct", correct, "span");
  return {
    step,
    stepSource: step === null ? null : "instrumented",
    agent: asName(tags["agent.name"] ?? tagged(tags, AGENT)),
    sessionId: asText(
      tags["gen_ai.conversation.id"] ??
        tags["session.id"] ??
        tags["langfuse.session.id"] ??
        tagged(tags, SESSION),
    ),
    userId: asText(tags["user.id"] ?? tags["langfuse.user.id"] ?? tagged(tags, USER)),
    environment: asName(tags["langfuse.environment"] ?? tagged(tags, ENVIRONMENT)),
    outcomes: fact?.value === undefined || fact.value === null ? [] : [fact],
  };
}

/** OpenInference keeps metadata as one JSON text. */
function openMetadata(attributes: Attributes): Record<string, unknown> {
  const held = objectIn(attributes["metadata"]) ?? {};
  return Object.fromEntries(Object.entries(held).map(([key, value]) => [`metadata.${key}`, value]));
}

function stepTag(tags: Record<string, unknown>): string | null {
  for (const tag of STEP_TAGS)
    for (const prefix of PREFIXES) {
      const name = asName(tags[prefix + tag]);
      if (name !== null) return name;
    }
  for (const key of STEP_NAMES) {
    const name = asName(tags[key]);
    if (name !== null && !isGenericName(name)) return name;
  }
  return null;
}

function tagged(tags: Record<string, unknown>, names: readonly string[]): unknown {
  for (const prefix of PREFIXES)
    for (const name of names) {
      const value = tags[prefix + name];
      if (value !== undefined && value !== null && value !== "") return value;
    }
  return undefined;
}
