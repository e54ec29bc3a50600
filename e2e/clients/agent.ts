import { type ChatAnswer, MODEL, TOOL_CALL } from "@/e2e/clients/stand-in";

/** The run that every client tells of: an agent plans, extracts, and fails to summarize. */
const AGENT = "invoice_agent";

const system = { role: "system" as const, content: "You handle invoices." };

export const TOOL = {
  type: "function" as const,
  function: {
    name: TOOL_CALL.name,
    description: "Reads an invoice",
    parameters: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
  },
};

const ASKED = {
  plan_next_action: [system, { role: "user" as const, content: "Handle invoice INV-1042." }],
  extract_field: [system, { role: "user" as const, content: "The total of: sent by mail, 120." }],
  summarize_tool_output: [system, { role: "user" as const, content: "Summarize the invoice." }],
};

export type Step = keyof typeof ASKED;
export type ChatRequest = { model: string; messages: object[]; tools?: object[] };

/** What the agent asks the model in a step. */
export const requestOf = (step: Step): ChatRequest => ({
  model: MODEL,
  messages: ASKED[step],
  ...(step === "plan_next_action" ? { tools: [TOOL] } : {}),
});

/** Asks the provider at `MODEL_URL`; throws what it says when it refuses. */
export async function askModel(request: ChatRequest): Promise<ChatAnswer> {
  const response = await fetch(`${process.env.MODEL_URL}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  if (!response.ok) {
    const { error } = (await response.json()) as { error: { message: string } };
    throw new Error(`${response.status} ${error.message}`);
  }
  return (await response.json()) as ChatAnswer;
}

/** What a step threw, for a run that goes on. */
export async function failureOf(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  throw new Error("The provider was meant to refuse this call.");
}

export { AGENT };
