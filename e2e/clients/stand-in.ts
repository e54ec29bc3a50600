import { createServer, type IncomingMessage } from "node:http";
import { type Loopback, listenOnLoopback } from "@/e2e/clients/loopback";

/** What every client's run asks for, in the order of the run. */
export const MODEL = "gpt-5.5";
export const ANSWERING_MODEL = "gpt-5.5-2026-04-23";
export const TOOL_CALL = { id: "call_1", name: "fetch_invoice", arguments: '{"id":"INV-1042"}' };
export const ANSWER = '{"total":120}';
export const REFUSAL = "Rate limit reached";

/** Tokens as the provider counts them: input includes cached, output includes reasoning. */
export const TOKENS = {
  plan: { input: 100, cached: 0, output: 20, reasoning: 0 },
  answer: { input: 160, cached: 64, output: 30, reasoning: 8 },
};

/** A provider with the manners of OpenAI: a tool call, then an answer; summaries are refused. */
export function startStandIn(): Promise<Loopback> {
  let made = 0;
  return listenOnLoopback(
    createServer(async (request, response) => {
      const asked = await textOf(request);
      const say = (status: number, body: unknown) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(body));
      };
      if (asked.includes("Summarize")) {
        say(429, { error: { message: REFUSAL, type: "rate_limit", code: null, param: null } });
        return;
      }
      made += 1;
      const kind = asked.includes("sent by mail") ? "answer" : "plan";
      say(200, request.url?.endsWith("/responses") ? inResponses(kind, made) : inChat(kind, made));
    }),
  );
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

type Kind = keyof typeof TOKENS;

function inChat(kind: Kind, made: number) {
  const { input, cached, output, reasoning } = TOKENS[kind];
  const { id, ...rest } = TOOL_CALL;
  const call = { id, type: "function", function: rest };
  const message =
    kind === "plan"
      ? { role: "assistant", content: null, tool_calls: [call] }
      : { role: "assistant", content: ANSWER };
  return {
    id: `chatcmpl-${made}`,
    object: "chat.completion",
    created: 1_770_000_000,
    model: ANSWERING_MODEL,
    choices: [{ index: 0, message, finish_reason: kind === "plan" ? "tool_calls" : "stop" }],
    usage: {
      prompt_tokens: input,
      prompt_tokens_details: { cached_tokens: cached },
      completion_tokens: output,
      completion_tokens_details: { reasoning_tokens: reasoning },
      total_tokens: input + output,
    },
  };
}

export type ChatAnswer = ReturnType<typeof inChat>;

function inResponses(kind: Kind, made: number) {
  const { input, cached, output, reasoning } = TOKENS[kind];
  const { id, ...rest } = TOOL_CALL;
  const content = [{ type: "output_text", text: ANSWER, annotations: [] }];
  const item =
    kind === "plan"
      ? { type: "function_call", id: `fc_${made}`, call_id: id, ...rest }
      : { type: "message", id: `msg_${made}`, role: "assistant", content };
  return {
    id: `resp_${made}`,
    object: "response",
    created_at: 1_770_000_000,
    status: "completed",
    model: ANSWERING_MODEL,
    output: [{ ...item, status: "completed" }],
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: reasoning },
      total_tokens: input + output,
    },
  };
}
