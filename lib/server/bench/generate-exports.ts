import protobuf from "protobufjs/light.js";
import { gzipSync } from "node:zlib";
import { descriptor } from "@/lib/otlp/descriptor";
import { type Writer, writer } from "./generate-file";

/** Where the messages stand: on the span, or (until 1.36 of the conventions) in log records beside it. */
export type ExportShape = "attributes" | "log records";

/** One request of an exporter. */
export type ExportRequest = {
  path: "/api/otel/v1/traces" | "/api/otel/v1/logs";
  /** Protobuf, gzipped. */
  body: Buffer;
  /** Before it was gzipped. */
  bytes: number;
  /** LLM calls whose span it brings. */
  calls: number;
};

const root = protobuf.Root.fromJSON(descriptor);
/** As the batch processors of OpenTelemetry's SDKs. */
const MOST_RECORDS = 512;
const START = BigInt(Date.UTC(2026, 0, 1)) * 1_000_000n;
const SECOND = 1_000_000_000n;
const TOOLS = ["search_files", "read_file", "edit_file", "run_tests"];

type Message = { role: string; parts: object[] };
type Turn = { messages: readonly Message[]; answer: Message; at: bigint; number: number };

/**
 * What an exporter sends of one run of an agent: each call quotes the whole conversation and is
 * followed by a tool; the span of the agent, around all, ends last. The same for the same numbers.
 */
export function* generateExports(
  shape: ExportShape,
  calls: number,
  callsPerRequest: number,
): Generator<ExportRequest> {
  let [spans, logs, count]: [object[], object[], number] = [[], [], 0];
  for (const turn of turnsOf(writer(shape), calls)) {
    spans.push(chatSpan(turn, shape), toolSpan(turn));
    if (shape === "log records") logs.push(...logRecords(turn));
    count += 1;
    while (logs.length >= MOST_RECORDS) yield logsRequest(logs.splice(0, MOST_RECORDS));
    if (turn.number === calls - 1) spans.push(agentSpan(turn));
    else if (count < callsPerRequest) continue;
    yield tracesRequest(spans, count);
    [spans, count] = [[], 0];
  }
  if (logs.length > 0) yield logsRequest(logs);
}

function* turnsOf({ text, between }: Writer, calls: number): Generator<Turn> {
  const messages: Message[] = [
    { role: "system", parts: [{ type: "text", content: text(600) }] },
    { role: "user", parts: [{ type: "text", content: text(200) }] },
  ];
  for (let number = 0; number < calls; number += 1) {
    const call = { type: "tool_call", id: `call_${number}`, name: toolOf(number) };
    const said = { type: "text", content: text(between(10, 40)) };
    const answer = { role: "assistant", parts: [said, { ...call, arguments: { path: text(8) } }] };
    yield { messages, answer, at: START + BigInt(number) * 2n * SECOND, number };
    const result = { type: "tool_call_response", id: call.id, response: text(between(40, 110)) };
    messages.push(answer, { role: "tool", parts: [result] });
  }
}

const toolOf = (number: number) => TOOLS[number % TOOLS.length] ?? "";

const hex = (number: number) => Buffer.from(number.toString(16).padStart(16, "0"), "hex");
const TRACE = Buffer.alloc(16, 7);
const AGENT = hex(1);
const spanIdOf = (number: number, kind: 0 | 1) => hex(16 + number * 2 + kind);

const attributesOf = (pairs: Record<string, string | number>) =>
  Object.entries(pairs).map(([key, value]) => ({
    key,
    value: typeof value === "string" ? { stringValue: value } : { intValue: value },
  }));

function chatSpan({ messages, answer, at, number }: Turn, shape: ExportShape) {
  const told = {
    "gen_ai.input.messages": JSON.stringify(messages),
    "gen_ai.output.messages": JSON.stringify([answer]),
  };
  return {
    traceId: TRACE,
    spanId: spanIdOf(number, 0),
    parentSpanId: AGENT,
    name: "chat gpt-4.1",
    kind: 3,
    startTimeUnixNano: `${at}`,
    endTimeUnixNano: `${at + SECOND}`,
    attributes: attributesOf({
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "openai",
      "gen_ai.request.model": "gpt-4.1",
      "gen_ai.usage.input_tokens": 150 + number * 90,
      "gen_ai.usage.output_tokens": 40,
      ...(shape === "attributes" && told),
    }),
  };
}

const toolSpan = ({ at, number }: Turn) => ({
  traceId: TRACE,
  spanId: spanIdOf(number, 1),
  parentSpanId: AGENT,
  name: `execute_tool ${toolOf(number)}`,
  kind: 1,
  startTimeUnixNano: `${at + SECOND}`,
  endTimeUnixNano: `${at + 2n * SECOND}`,
  attributes: attributesOf({
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": toolOf(number),
    "gen_ai.tool.call.id": `call_${number}`,
  }),
});

const agentSpan = ({ at }: Turn) => ({
  traceId: TRACE,
  spanId: AGENT,
  name: "invoke_agent bench",
  kind: 1,
  startTimeUnixNano: `${START}`,
  endTimeUnixNano: `${at + 3n * SECOND}`,
  attributes: attributesOf({
    "gen_ai.operation.name": "invoke_agent",
    "gen_ai.agent.name": "bench",
  }),
});

/** Every message that a call quotes, one log record each. */
function logRecords({ messages, answer, at, number }: Turn): object[] {
  const record = (eventName: string, body: object, place: number) => ({
    traceId: TRACE,
    spanId: spanIdOf(number, 0),
    timeUnixNano: `${at + BigInt(place)}`,
    eventName,
    body: { stringValue: JSON.stringify(body) },
  });
  return [
    ...messages.map((message, place) =>
      record(
        `gen_ai.${message.role}.message`,
        { role: message.role, content: message.parts },
        place,
      ),
    ),
    record("gen_ai.choice", { index: 0, message: { content: answer.parts } }, messages.length),
  ];
}

const RESOURCE = { attributes: attributesOf({ "service.name": "bench" }) };
const SCOPE = { name: "bench" };

function tracesRequest(spans: readonly object[], calls: number): ExportRequest {
  const request = {
    resourceSpans: [{ resource: RESOURCE, scopeSpans: [{ scope: SCOPE, spans }] }],
  };
  return { path: "/api/otel/v1/traces", ...packed("TraceRequest", request), calls };
}

function logsRequest(logRecords: readonly object[]): ExportRequest {
  const scopeLogs = [{ scope: SCOPE, logRecords }];
  const request = { resourceLogs: [{ resource: RESOURCE, scopeLogs }] };
  return { path: "/api/otel/v1/logs", ...packed("LogsRequest", request), calls: 0 };
}

function packed(type: string, request: object) {
  const kind = root.lookupType(type);
  const plain = kind.encode(kind.fromObject(request)).finish();
  return { body: gzipSync(plain, { level: 1 }), bytes: plain.length };
}
