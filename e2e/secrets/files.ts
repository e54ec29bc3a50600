import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { ALL, NAMES } from "./plants";

/** A file that a team might upload, every place of it planted. */
export type PlantedFile = { name: string; content: Buffer<ArrayBuffer> };

const lines = (...records: unknown[]) =>
  Buffer.from(
    records.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"),
  );
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

const user = { role: "user", content: `Do this: ${ALL}` };
const assistant = (id: string) => ({
  role: "assistant",
  content: `Done: ${ALL}`,
  tool_calls: [
    { id, type: "function", function: { name: "note", arguments: JSON.stringify({ text: ALL }) } },
  ],
});
const tools = [
  { type: "function", function: { name: "note", description: ALL, parameters: { title: ALL } } },
];

const assay = {
  trace_id: `run ${NAMES}`,
  span_id: `span ${NAMES}`,
  agent: `agent ${NAMES}`,
  step_type: `step ${NAMES}`,
  environment: NAMES,
  model: "gpt-4.1",
  provider: "openai",
  messages: [user, assistant("c1"), { role: "tool", tool_call_id: "c1", content: ALL }],
  response: { content: ALL, tool_calls: null },
  tools,
  error: `refused: ${ALL}`,
  started_at: "2026-01-02T03:04:05Z",
};

const chat = {
  timestamp: "2026-01-02T03:04:05Z",
  request: { model: "gpt-4.1", messages: [user], tools, metadata: { note: ALL } },
  response: {
    object: "chat.completion",
    model: "gpt-4.1",
    choices: [{ index: 0, message: assistant("c2"), finish_reason: "stop" }],
  },
  metadata: { customer: ALL },
};

const observation = {
  id: "o1",
  traceId: `langfuse ${NAMES}`,
  type: "GENERATION",
  name: `step ${NAMES}`,
  startTime: "2026-01-02T03:04:05.000Z",
  model: "gpt-4.1",
  level: "ERROR",
  statusMessage: ALL,
  input: [user],
  output: assistant("c3"),
  metadata: { note: ALL },
  userId: NAMES,
};

const run = {
  id: "r1",
  trace_id: "langsmith",
  dotted_order: "1",
  name: "ChatOpenAI",
  run_type: "llm",
  start_time: "2026-01-02T03:04:05.000000",
  end_time: "2026-01-02T03:04:06.000000",
  error: ALL,
  inputs: { messages: [user] },
  outputs: { choices: [{ message: assistant("c4") }] },
  extra: { metadata: { ls_model_name: "gpt-4.1", note: ALL, langgraph_node: NAMES } },
};

const article = {
  step_type: `step ${NAMES}`,
  prompt: `CSV ${ALL}`,
  response: ALL,
  tool_context: ALL,
  correct: "true",
};
const columns = Object.keys(article) as (keyof typeof article)[];
const csv = `${columns.join(",")}\n${columns.map((key) => quoted(article[key])).join(",")}\n`;
const parquet = parquetWriteBuffer({
  columnData: columns.map((name) => ({
    name,
    data: [name === "prompt" ? `Parquet ${ALL}` : article[name]],
    type: "STRING",
  })),
});

/** Lines that cannot be read, are no call, or contradict what is there. */
const broken = [
  `{"note": ${JSON.stringify(ALL)}, "open": `,
  `{"pad": "${"x".repeat(150)}", "late": ${JSON.stringify(ALL)}`,
  { hello: "world", note: ALL },
  { ...assay, response: { content: `Other: ${ALL}` }, step_type: 7 },
  ALL,
];

/** One file of each kind; their names are planted too. */
export const FILES: readonly PlantedFile[] = [
  { name: `assay ${NAMES}.jsonl`, content: lines(assay, ...broken) },
  { name: "calls.csv", content: Buffer.from(csv) },
  { name: "calls.parquet", content: Buffer.from(parquet) },
  { name: "chat.jsonl.gz", content: Buffer.from(gzipSync(lines(chat))) },
  { name: "langfuse.json", content: lines([observation]) },
  { name: "langsmith.jsonl", content: lines(run) },
];

/** Refused as a whole, with words about what was seen. */
export const REFUSED: PlantedFile = {
  name: `refused ${NAMES}.jsonl`,
  content: lines({ [NAMES]: ALL }, { [NAMES]: ALL }),
};
