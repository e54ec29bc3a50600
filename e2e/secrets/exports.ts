import protobuf from "protobufjs/light.js";
import { descriptor } from "@/lib/otlp/descriptor";
import { ALL, NAMES } from "./plants";

/** What an exporter or SDK sends to one of the live doors. */
export type PlantedExport = { path: string; type?: string; body: BodyInit };

const text = (stringValue: string) => ({ stringValue });
const attribute = (key: string, value: string) => ({ key, value: text(value) });
const parts = (role: string) =>
  JSON.stringify([{ role, parts: [{ type: "text", content: `${role}: ${ALL}` }] }]);

/** Ids as each wire writes them. */
type Id = (digit: string, bytes: 8 | 16) => string;
const hex: Id = (digit, bytes) => digit.repeat(bytes * 2);
const base64: Id = (digit, bytes) => Buffer.from(hex(digit, bytes), "hex").toString("base64");

const traces = (trace: string, id: Id) => {
  const span = (digit: string, name: string, attributes: object[]) => ({
    traceId: id(trace, 16),
    spanId: id(digit, 8),
    ...(digit === "1" ? {} : { parentSpanId: id("1", 8) }),
    name,
    startTimeUnixNano: "1795294372545000000",
    endTimeUnixNano: "1795294373545000000",
    status: { code: 2, message: ALL },
    attributes,
    events: [
      {
        name: "exception",
        timeUnixNano: "1795294373545000000",
        attributes: [attribute("exception.message", ALL), attribute("exception.stacktrace", ALL)],
      },
    ],
  });
  const spans = [
    span("1", `agent ${NAMES}`, [
      attribute("gen_ai.operation.name", "invoke_agent"),
      attribute("gen_ai.agent.name", NAMES),
      attribute("user.id", NAMES),
      attribute("session.id", NAMES),
      attribute("metadata", JSON.stringify({ note: ALL, step_type: NAMES })),
    ]),
    span("2", "chat gpt-4.1", [
      attribute("gen_ai.operation.name", "chat"),
      attribute("gen_ai.provider.name", "openai"),
      attribute("gen_ai.request.model", "gpt-4.1"),
      attribute("gen_ai.system_instructions", ALL),
      attribute("gen_ai.input.messages", parts("user")),
      attribute("gen_ai.output.messages", parts("assistant")),
      attribute("gen_ai.tool.definitions", JSON.stringify([{ name: "note", description: ALL }])),
      attribute("unheard.of", ALL),
    ]),
    span("3", "execute_tool note", [
      attribute("gen_ai.operation.name", "execute_tool"),
      attribute("gen_ai.tool.call.arguments", JSON.stringify({ text: ALL })),
      attribute("gen_ai.tool.call.result", ALL),
    ]),
  ];
  const resource = { attributes: [attribute("service.name", NAMES), attribute("note", ALL)] };
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: "planted" }, spans }] }] };
};

const logs = (trace: string) => {
  const record = (event: string) => ({
    traceId: hex(trace, 16),
    spanId: hex("2", 8),
    timeUnixNano: "1795294372545000000",
    body: { kvlistValue: { values: [{ key: "content", value: text(ALL) }] } },
    attributes: [attribute("event.name", event), attribute("note", ALL)],
  });
  const logRecords = [
    record("gen_ai.user.message"),
    record("app.says"),
    { body: text(ALL), severityText: ALL },
  ];
  return { resourceLogs: [{ scopeLogs: [{ logRecords }] }] };
};

const protobufOf = (request: object): Uint8Array<ArrayBuffer> => {
  const type = protobuf.Root.fromJSON(descriptor).lookupType("TraceRequest");
  return new Uint8Array(type.encode(type.fromObject(request)).finish());
};

/** The door answers for each event by its id. */
const event = (type: string, body: object) => ({
  id: type,
  type,
  timestamp: "2026-01-02T03:04:05.000Z",
  body,
});

const langfuse = {
  batch: [
    event("generation-create", {
      id: "g1",
      traceId: "lf",
      name: `step ${NAMES}`,
      startTime: "2026-01-02T03:04:05.000Z",
      model: "gpt-4.1",
      input: [{ role: "user", content: ALL }],
      output: ALL,
      metadata: { note: ALL },
      statusMessage: ALL,
      level: "ERROR",
    }),
    event("trace-create", { id: "lf", name: NAMES, userId: NAMES, sessionId: NAMES, input: ALL }),
    event("score-create", { traceId: "lf", name: NAMES, value: ALL, comment: ALL }),
    event("score-create", { observationId: "never", name: "mood", value: ALL, comment: ALL }),
    event("unheard-of", { note: ALL }),
  ],
  metadata: { note: ALL },
};

const run = (id: string) => ({
  id,
  trace_id: id,
  dotted_order: id,
  name: `step ${NAMES}`,
  run_type: "llm",
  start_time: "2026-01-02T03:04:05.000000",
  inputs: { messages: [{ role: "user", content: ALL }] },
  outputs: { choices: [{ message: { role: "assistant", content: ALL } }] },
  error: ALL,
  extra: { metadata: { note: ALL, ls_model_name: "gpt-4.1" } },
  tags: [ALL],
});

function multipart(): FormData {
  const { inputs, outputs, extra, ...head } = run("f0000000-0000-4000-8000-000000000001");
  const form = new FormData();
  const add = (name: string, part: unknown) =>
    form.set(name, new Blob([JSON.stringify(part)], { type: "application/json" }));
  add(`post.${head.id}`, head);
  for (const [name, part] of Object.entries({ inputs, outputs, extra })) {
    add(`post.${head.id}.${name}`, part);
  }
  form.set("post.broken", new Blob([`{"note": ${JSON.stringify(ALL)}`]));
  return form;
}

const json = (path: string, body: unknown): PlantedExport => ({
  path,
  type: "application/json",
  body: JSON.stringify(body),
});

/** One body for every live door, and bodies that it cannot read. */
export const EXPORTS: readonly PlantedExport[] = [
  json("/api/otel/v1/traces", traces("a", hex)),
  json("/api/otel/v1/logs", logs("a")),
  {
    path: "/api/otel/v1/traces",
    type: "application/x-protobuf",
    body: protobufOf(traces("b", base64)),
  },
  json("/api/langfuse/api/public/otel/v1/traces", traces("c", hex)),
  json("/api/langsmith/otel/v1/traces", traces("d", hex)),
  json("/api/langfuse/api/public/ingestion", langfuse),
  { path: "/api/langsmith/runs/multipart", body: multipart() },
  json("/api/langsmith/runs/batch", {
    post: [run("f0000000-0000-4000-8000-000000000002")],
    patch: [{ id: "never", trace_id: "never", error: ALL }],
  }),
  json("/api/langsmith/feedback", {
    id: "f0000000-0000-4000-8000-000000000003",
    run_id: "f0000000-0000-4000-8000-000000000002",
    key: NAMES,
    value: ALL,
    comment: ALL,
  }),
];

/** What no door can read; the answer says so without quoting. */
export const UNREADABLE: readonly PlantedExport[] = [
  { path: "/api/otel/v1/traces", type: "application/json", body: `{"resourceSpans": "${ALL}` },
  { path: "/api/otel/v1/traces", type: "application/x-protobuf", body: ALL },
  { path: "/api/langfuse/api/public/ingestion", type: "application/json", body: ALL },
  { path: "/api/langsmith/runs/batch", type: "application/json", body: `{"post": ${ALL}` },
];
