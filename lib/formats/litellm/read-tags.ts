import { firstText, type Members, membersOf } from "@/lib/formats/provider/members";

const STEP = ["step_type", "stepType", "step.type", "step_name", "step", "langgraph_node"];
const AGENT = ["agent", "agent_name"];

export type LitellmTags = {
  step: string | null;
  agent: string | null;
  environment: string | null;
};

/**
 * Step type, agent and environment as callers hand them to LiteLLM: in the metadata of the request
 * or of its spend log, as tags `step_type:extract`, or, for the step, as the only tag of their own.
 */
export function readTags(payload: Members): LitellmTags {
  const metadata = membersOf(payload["metadata"]);
  const places = [
    membersOf(metadata["requester_metadata"]),
    membersOf(metadata["spend_logs_metadata"]),
    metadata,
  ];
  const named = (keys: readonly string[]) =>
    places.map((place) => firstText(place, keys)).find((found) => found !== null) ?? null;
  const tags = ownTags(payload["request_tags"]);
  const tagged = (keys: readonly string[]) => tags.map((tag) => valueOf(tag, keys)).find(Boolean);
  const [only] = tags;
  const plain = tags.length === 1 && only !== undefined && !/[:=]/u.test(only) ? only : null;
  return {
    step: named(STEP) ?? tagged(STEP) ?? plain,
    agent: named(AGENT) ?? tagged(AGENT) ?? null,
    environment: named(["environment", "env"]) ?? tagged(["environment", "env"]) ?? null,
  };
}

/** Tags but for those that the proxy adds of itself. */
function ownTags(tags: unknown): string[] {
  if (!Array.isArray(tags)) return [];
  const texts = tags.filter((tag): tag is string => typeof tag === "string" && tag.trim() !== "");
  return texts.filter((tag) => !/^(?:user-agent|credential)\b/iu.test(tag));
}

function valueOf(tag: string, keys: readonly string[]): string | null {
  const match = /^([\w.]+)\s*[:=]\s*(.+)$/u.exec(tag);
  return match !== null && keys.includes(match[1] ?? "") ? (match[2] ?? null) : null;
}
