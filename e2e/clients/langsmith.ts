import { Client } from "langsmith";
import { getCurrentRunTree, traceable } from "langsmith/traceable";
import { wrapOpenAI } from "langsmith/wrappers";
import {
  AGENT,
  askModel,
  type ChatRequest,
  failureOf,
  requestOf,
  type Step,
} from "@/e2e/clients/agent";

/** Steps as `traceable` functions around a wrapped client of the provider, and feedback on one. */
const client = new Client(
  process.env.RUNS_AS === "batch" ? { fetchImplementation: fetchAsOfOld } : {},
);
const openai = wrapOpenAI({
  chat: { completions: { create: (request: ChatRequest) => askModel(request) } },
  completions: { create: () => Promise.reject(new Error("not asked for")) },
});

const step = (name: Step) =>
  traceable(
    async () => {
      await openai.chat.completions.create(requestOf(name));
      return getCurrentRunTree().id;
    },
    { name, client },
  );

const runAgent = traceable(
  async () => {
    await step("plan_next_action")();
    const judged = await step("extract_field")();
    await failureOf(step("summarize_tool_output")());
    return judged;
  },
  { name: AGENT, client },
);

/** Lets the client meet a server that knows nothing of multipart bodies. */
async function fetchAsOfOld(...request: Parameters<typeof fetch>): Promise<Response> {
  const answer = await fetch(...request);
  const [asked] = request;
  const address = asked instanceof Request ? asked.url : String(asked);
  if (!address.endsWith("/info")) return answer;
  const info = (await answer.json()) as { batch_ingest_config: object };
  const batch_ingest_config = { ...info.batch_ingest_config, use_multipart_endpoint: false };
  return Response.json({ ...info, batch_ingest_config });
}

const judged = await runAgent();
await client.awaitPendingTraceBatches();
await client.createFeedback(judged, "correct", { score: 1 });
