import type { Page } from "@playwright/test";
import { type Recorder, send, startRecorder } from "@/e2e/clients/recorder";
import { environmentOf, runProgram } from "@/e2e/clients/run-program";
import {
  ANSWERING_MODEL,
  MODEL,
  REFUSAL,
  startStandIn,
  TOKENS,
  TOOL_CALL,
} from "@/e2e/clients/stand-in";
import { expect, makeKey, makeWorkspace, test } from "@/e2e/owner";
import type { CallRow } from "@/lib/calls/call-row";
import { addsUp, type Receipt } from "@/lib/imports/receipt";
import type { ClientId } from "@/lib/imports/set-up";

type Client = {
  name: string;
  /** Whose set-up of the imports page it runs with, and what a user adds to it. */
  setUp: ClientId;
  /** Which block of it beside the first. */
  block?: number;
  also?: Record<string, string>;
  program: string;
  /** Where its traces go; every one of these must be knocked at. */
  doors: readonly string[];
  gzip?: true;
  /** Steps of the three calls with where they came from. */
  steps: readonly (readonly [step: string, source: CallRow["step_source"]])[];
  /** The outcome of the second call; null where the client can state none. */
  correct: boolean | null;
  /** The client names no provider, and one model: the answering one as soon as it is known. */
  oneModel?: true;
};

/** How many calls to a model each run makes. */
const CALLS = 3;

const OTEL_STEPS = [
  ["plan_next_action", "ancestor"],
  ["extract_field", "instrumented"],
  ["summarize_tool_output", "ancestor"],
] as const;

const CLIENTS: readonly Client[] = [
  {
    name: "OpenTelemetry over JSON",
    setUp: "otel",
    also: { OTEL_EXPORTER_OTLP_PROTOCOL: "http/json" },
    program: "open-telemetry",
    doors: ["/api/otel/v1/traces"],
    steps: OTEL_STEPS,
    correct: true,
  },
  {
    name: "OpenTelemetry over protobuf, gzipped",
    setUp: "otel",
    also: { OTEL_EXPORTER_OTLP_COMPRESSION: "gzip" },
    program: "open-telemetry",
    doors: ["/api/otel/v1/traces"],
    gzip: true,
    steps: OTEL_STEPS,
    correct: true,
  },
  {
    name: "Vercel AI SDK",
    setUp: "vercel",
    program: "vercel-ai",
    doors: ["/api/otel/v1/traces"],
    steps: [
      ["plan_next_action", "instrumented"],
      ["plan_next_action", "instrumented"],
      ["summarize_tool_output", "instrumented"],
    ],
    correct: null,
  },
  {
    name: "Langfuse SDK",
    setUp: "langfuse",
    program: "langfuse",
    doors: ["/api/langfuse/api/public/otel/v1/traces", "/api/langfuse/api/public/ingestion"],
    steps: [
      ["plan_next_action", "span name"],
      ["extract_field", "span name"],
      ["summarize_tool_output", "span name"],
    ],
    correct: true,
    oneModel: true,
  },
  {
    name: "Langfuse SDK 3",
    setUp: "langfuse",
    block: 1,
    program: "langfuse-3",
    doors: ["/api/langfuse/api/public/ingestion"],
    steps: [
      ["plan_next_action", "span name"],
      ["extract_field", "span name"],
      ["summarize_tool_output", "span name"],
    ],
    correct: true,
    oneModel: true,
  },
  {
    name: "LangSmith SDK in plain batches",
    setUp: "langsmith",
    also: { RUNS_AS: "batch" },
    program: "langsmith",
    doors: ["/api/langsmith/info", "/api/langsmith/runs/batch", "/api/langsmith/feedback"],
    steps: [
      ["plan_next_action", "ancestor"],
      ["extract_field", "ancestor"],
      ["summarize_tool_output", "ancestor"],
    ],
    correct: true,
  },
  {
    name: "LangSmith SDK",
    setUp: "langsmith",
    program: "langsmith",
    doors: ["/api/langsmith/info", "/api/langsmith/runs/multipart", "/api/langsmith/feedback"],
    steps: [
      ["plan_next_action", "ancestor"],
      ["extract_field", "ancestor"],
      ["summarize_tool_output", "ancestor"],
    ],
    correct: true,
  },
];

for (const client of CLIENTS)
  test(`the ${client.name} needs another address only`, async ({ page, baseURL }) => {
    const home = await makeWorkspace(page, client.name);
    const ingest = await makeKey(page, home, "ingest");
    const reader = await makeKey(page, home, "read");
    const product = baseURL ?? "";
    const recorder = await startRecorder(product);
    const standIn = await startStandIn();
    try {
      await runProgram(client.program, {
        ...environmentOf(client.setUp, recorder.url, ingest, client.block),
        MODEL_URL: `${standIn.url}/v1`,
        // clients that report on themselves elsewhere are told not to
        DO_NOT_TRACK: "1",
        ...client.also,
      });
    } finally {
      await Promise.all([recorder.close(), standIn.close()]);
    }
    checkKnocks(client, recorder);
    const once = await readCalls(page, reader);
    expect(once.map(comparable)).toEqual(wanted(client));
    const known = await checkReceipts(page, home, reader);
    for (const one of recorder.sent) expect((await send(product, one)).ok).toBe(true);
    expect(await readCalls(page, reader)).toEqual(once);
    expect(await checkReceipts(page, home, reader)).toBeGreaterThanOrEqual(known + CALLS);
  });

function checkKnocks({ doors, gzip }: Client, { sent }: Recorder) {
  expect(sent.filter(({ status }) => status >= 300)).toEqual([]);
  expect(new Set(sent.map(({ path }) => path))).toEqual(new Set(doors));
  if (gzip) expect(sent[0]?.headers["content-encoding"]).toBe("gzip");
}

async function readCalls(page: Page, key: string): Promise<CallRow[]> {
  const answer = await page.request.get("/api/v1/calls?limit=100", bearing(key));
  expect(answer.status()).toBe(200);
  const { rows } = (await answer.json()) as { rows: CallRow[] };
  return rows.toSorted((a, b) => ((a.started_at ?? "") < (b.started_at ?? "") ? -1 : 1));
}

/** What is seen in the answers: a call of a tool, an object, and nothing. */
const ACTS = [`tool: ${TOOL_CALL.name}`, "answer: json object", "error"];

const bearing = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

const comparable = (row: CallRow) => ({
  step: [row.step_type, row.step_source],
  act: row.act,
  agent: row.agent,
  provider: row.provider,
  request_model: row.request_model,
  model: row.model,
  input_tokens: row.input_tokens,
  cached_input_tokens: row.cached_input_tokens,
  output_tokens: row.output_tokens,
  reasoning_tokens: row.reasoning_tokens,
  error: row.error,
  correct: row.correct,
  flags: row.flags.filter((flag) => flag !== "without_ground_truth"),
});

function wanted({ steps, correct, oneModel }: Client) {
  const tokens = [TOKENS.plan, TOKENS.answer, null] as const;
  return steps.map((step, at) => ({
    step: [...step],
    act: ACTS[at],
    flags: at === 2 ? ["errored", "without_text"] : [],
    agent: "invoice_agent",
    provider: oneModel ? null : "openai",
    request_model: oneModel && at < 2 ? null : MODEL,
    model: at === 2 ? null : ANSWERING_MODEL,
    input_tokens: tokens[at]?.input ?? null,
    cached_input_tokens: tokens[at]?.cached ?? null,
    output_tokens: tokens[at]?.output ?? null,
    reasoning_tokens: tokens[at]?.reasoning ?? null,
    error: at === 2 ? expect.stringContaining(REFUSAL) : null,
    correct: at === 1 ? correct : null,
  }));
}

/**
 * The day's import of the key accounts for every record, and counts each call once; answers how
 * many records brought a call that was known.
 */
async function checkReceipts(page: Page, home: string, key: string): Promise<number> {
  await page.goto(`${home}/imports`);
  const links = page.locator(`a[href^="${home}/imports/"]`);
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const ids = new Set(hrefs.flatMap((href) => /[0-9a-f-]{36}$/.exec(href ?? "")?.[0] ?? []));
  const receipts = await Promise.all(
    [...ids].map(async (id) => {
      const answer = await page.request.get(`/api/v1/imports/${id}`, bearing(key));
      return (await answer.json()) as Receipt;
    }),
  );
  expect(receipts.filter((receipt) => !addsUp(receipt))).toEqual([]);
  expect(receipts.filter(({ unparseable }) => unparseable > 0)).toEqual([]);
  const sum = (count: (receipt: Receipt) => number) =>
    receipts.reduce((total, receipt) => total + count(receipt), 0);
  expect(sum(({ calls, merged_later }) => calls.new - merged_later)).toBe(CALLS);
  expect(sum(({ flags }) => flags.errored)).toBe(1);
  expect(sum(({ traces }) => traces)).toBe(1);
  return sum(({ calls }) => calls.known);
}
