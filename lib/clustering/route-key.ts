import type { CallRecord } from "@/lib/calls/call";
import { promptTemplate } from "@/lib/clustering/prompt-template";
import type { KeyedDigest } from "@/lib/ids";

/** What a router can know of a call before it is made. */
export type RouteKey = {
  /** The key itself: the step type verbatim, else agent and prompt template. */
  routeKey: string;
  source: "step_type" | "prompt";
  /** For people: the cluster's first name. */
  name: string;
};

/**
 * The route key of a call. A step type is taken as it is, since the router must find it letter for
 * letter. Without one the key is the agent and eight hexadecimal digits that stand for the prompt
 * template, such as `llm_agent · prompt 3f2a9c1b`.
 */
export function routeKeyOf(
  call: Pick<CallRecord, "stepType" | "agent" | "messages">,
  digest: KeyedDigest,
): RouteKey {
  if (call.stepType !== null)
    return { routeKey: call.stepType, source: "step_type", name: call.stepType };
  const template = promptTemplate(call.messages ?? []);
  const agent = call.agent === null ? [] : [call.agent];
  const [mark, title] =
    template === null
      ? ["no prompt", "no prompt"]
      : [`prompt ${digest("template", template.text).slice(0, 8)}`, `"${template.title}"`];
  return {
    routeKey: [...agent, mark].join(" · "),
    source: "prompt",
    name: [...agent, title].join(" · "),
  };
}
