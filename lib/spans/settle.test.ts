import { describe, expect, test } from "vitest";
import { langfuseIngestionFormat } from "@/lib/formats/langfuse-ingestion/langfuse-ingestion-format";
import { outcomeOf } from "./outcome";
import { readOtlpSpan } from "./read-otlp-span";
import { settleTrace } from "./settle";
import { emptySpan } from "./span";
import { aSpan, callsOf, chat, onlyCall } from "./testing";

const step = (name: string) => ({ "step.type": name });
const agent = { "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "helper" };
const failing = { status: { code: 2, message: "429" } };

describe("the step of a call", () => {
  const inner = (extra = {}) => aSpan("chat gpt-5.5", "p", chat(extra), { at: 1 });

  test("is its own tag before all else", () => {
    const spans = [
      aSpan("p", null, step("outer")),
      inner({ step_type: "own", "gen_ai.prompt.name": "x" }),
    ];
    expect(onlyCall(spans)).toMatchObject({ stepType: "own", stepSource: "instrumented" });
  });

  test("is the tag of what it runs in, before names", () => {
    const spans = [aSpan("p", null, step("tagged"), { name: "named" }), inner()];
    expect(onlyCall(spans)).toMatchObject({ stepType: "tagged", stepSource: "instrumented" });
  });

  test("is its own name when that tells something", () => {
    const call = aSpan("c", "p", chat(), { name: "classify_ticket" });
    expect(onlyCall([aSpan("p", null, {}, { name: "other" }), call])).toMatchObject({
      stepType: "classify_ticket",
      stepSource: "span name",
    });
  });

  test("is the nearest name around it, generic ones and traffic passed over", () => {
    const spans = [
      aSpan("server", null, {}, { kind: 2, name: "handle_order" }),
      aSpan("near", "server", {}, { name: "extract_field" }),
      aSpan("p", "near", {}, { name: "RunnableSequence" }),
      inner(),
    ];
    expect(onlyCall(spans)).toMatchObject({ stepType: "extract_field", stepSource: "ancestor" });
  });

  test("is not what lies around its agent, nor the agent", () => {
    const spans = [
      aSpan("whole", null, {}, { name: "process_invoices" }),
      aSpan("p", "whole", agent, { name: "invoke_agent helper" }),
      inner(),
    ];
    expect(onlyCall(spans)).toMatchObject({ stepType: null, stepSource: null, agent: "helper" });
  });

  test("waits for parents that come late, and takes an orphan for a root", () => {
    expect(onlyCall([inner()])).toMatchObject({ stepType: null, parentSpanId: "p" });
    const late = [inner(), aSpan("p", null, step("late"))];
    expect(onlyCall(late)).toMatchObject({ stepType: "late" });
  });

  test("survives a circle of parents", () => {
    const spans = [aSpan("a", "b", {}), aSpan("b", "a", {}), aSpan("c", "a", chat())];
    expect(callsOf(spans)).toHaveLength(1);
  });
});

describe("the agent of a call", () => {
  test("is the nearest, else the service, and never an unknown service", () => {
    const nested = [
      aSpan("a", null, agent),
      aSpan("b", "a", { ...agent, "gen_ai.agent.name": "sub" }),
      aSpan("c", "b", chat()),
    ];
    expect(onlyCall(nested).agent).toBe("sub");
    const service = (name: string) =>
      onlyCall([aSpan("c", null, chat(), { resource: { "service.name": name } })]).agent;
    expect(service("shop")).toBe("shop");
    expect(service("unknown_service:node")).toBeNull();
  });
});

describe("calls that are seen twice", () => {
  test("a wrapper around several calls is none itself", () => {
    const spans = [
      aSpan("w", null, chat(), { ms: 100 }),
      aSpan("a", "w", chat(), { at: 1 }),
      aSpan("b", "w", chat(), { at: 20 }),
    ];
    expect(callsOf(spans).map(({ call }) => call.spanId)).toEqual(["a", "b"]);
    const settled = settleTrace(spans.map(readOtlpSpan));
    expect(settled.other).toMatchObject([{ spanId: "w", role: "chain", mergedInto: null }]);
  });

  test("a client and the gateway behind it are one, traffic between them or not", () => {
    const spans = [
      aSpan("client", "step", chat(), { ms: 100, scopeName: "client" }),
      aSpan("server", "client", {}, { kind: 2, at: 5, ms: 80 }),
      aSpan("gateway", "server", chat({ "gen_ai.response.id": "r" }), {
        at: 6,
        ms: 70,
        scopeName: "gateway",
      }),
      aSpan("step", null, step("extract_field"), { ms: 120 }),
    ];
    const [call, ...others] = callsOf(spans);
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      call: { spanId: "gateway", parentSpanId: "step", stepType: "extract_field", latencyMs: 70 },
      mergedSpanIds: ["client"],
      responseId: "r",
    });
  });

  test("two that stand side by side are one by answer id, or by content, time and scope", () => {
    const side = (id: string, scopeName: string, extra = {}, at = 0) =>
      aSpan(id, null, chat(extra), { scopeName, at, ms: id === "a" ? 50 : 40 });
    const sameId = { "gen_ai.response.id": "r" };
    expect(callsOf([side("a", "one", sameId), side("b", "one", sameId)])).toHaveLength(1);
    expect(callsOf([side("a", "one"), side("b", "two", {}, 2)])).toMatchObject([
      { call: { spanId: "b" }, mergedSpanIds: ["a"] },
    ]);
    expect(callsOf([side("a", "one"), side("b", "one", {}, 2)])).toHaveLength(2);
    expect(callsOf([side("a", "one"), side("b", "two", {}, 500)])).toHaveLength(2);
  });

  test("a call made by a tool, or by an agent, is a call of its own", () => {
    const tool = { "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "search" };
    const spans = [
      aSpan("outer", null, chat(), { ms: 100 }),
      aSpan("tool", "outer", tool, { at: 10, name: "execute_tool search" }),
      aSpan("below", "tool", chat(), { at: 11, name: "chat gpt-5.5" }),
    ];
    expect(callsOf(spans).map(({ call }) => [call.spanId, call.stepType])).toEqual([
      ["outer", "outer"],
      ["below", "search"],
    ]);
  });
});

describe("attempts", () => {
  test("are numbered when the same request follows a failure, and only then", () => {
    const spans = [
      aSpan("p", null, {}, { ms: 100 }),
      aSpan("1", "p", chat(), { at: 1, ...failing }),
      aSpan("2", "p", chat(), { at: 20, ...failing }),
      aSpan("3", "p", chat(), { at: 40 }),
      aSpan("4", "p", chat({ "gen_ai.input.messages": '[{"role":"user","content":"else"}]' }), {
        at: 60,
      }),
    ];
    expect(callsOf(spans).map(({ call }) => call.attempt)).toEqual([1, 2, 3, null]);
    expect(callsOf(spans.slice(3)).map(({ call }) => call.attempt)).toEqual([null, null]);
  });

  test("below one client's call stay apart, and the last takes its content", () => {
    const spans = [
      aSpan("client", null, chat(), { ms: 100, scopeName: "client" }),
      aSpan("1", "client", chat(), { at: 1, ...failing }),
      aSpan("2", "client", chat(), { at: 20 }),
    ];
    expect(callsOf(spans)).toMatchObject([
      { call: { spanId: "1", attempt: 1, error: "429" }, mergedSpanIds: [] },
      { call: { spanId: "2", attempt: 2, error: null }, mergedSpanIds: ["client"] },
    ]);
  });
});

describe("errors", () => {
  test.each([
    ["a status", { status: { code: 2, message: null } }, "error"],
    ["a status with words", failing, "429"],
  ])("come from %s", (_what, extra, error) => {
    expect(onlyCall([aSpan("c", null, chat(), extra)]).error).toBe(error);
  });

  test("come from a type, an HTTP status or an exception alone", () => {
    expect(onlyCall([aSpan("c", null, chat({ "error.type": "Timeout" }))]).error).toBe("Timeout");
    expect(onlyCall([aSpan("c", null, chat({ "http.response.status_code": 503 }))]).error).toBe(
      "HTTP 503",
    );
    const events = [
      { name: "exception", timeUnixNano: null, attributes: { "exception.type": "E" } },
    ];
    expect(onlyCall([aSpan("c", null, chat(), { events })]).error).toBe("E");
  });
});

describe("outcomes", () => {
  const evaluation = (score: number, responseId?: string) => ({
    name: "gen_ai.evaluation.result",
    timeUnixNano: "1",
    attributes: {
      "gen_ai.evaluation.name": "correct",
      "gen_ai.evaluation.score.value": score,
      ...(responseId === undefined ? {} : { "gen_ai.response.id": responseId }),
    },
  });
  const two = [
    aSpan("1", "s", chat({ "gen_ai.response.id": "r1" }), { at: 1 }),
    aSpan("2", "s", chat({ "gen_ai.response.id": "r2" }), { at: 20 }),
  ];

  test("belong to the call whose answer they name", () => {
    const spans = [aSpan("s", null, agent, { events: [evaluation(0, "r2")] }), ...two];
    expect(callsOf(spans).map(({ call }) => [call.correct, call.traceOutcome])).toEqual([
      [null, null],
      [false, null],
    ]);
  });

  test("belong to the only call below, else to the run", () => {
    const outer = aSpan("s", null, agent, { events: [evaluation(1)] });
    expect(onlyCall([outer, two[0]!])).toMatchObject({ correct: true, traceOutcome: null });
    expect(callsOf([outer, ...two]).map(({ call }) => [call.correct, call.traceOutcome])).toEqual([
      [null, true],
      [null, true],
    ]);
  });

  test("of the trace stay with the run; the latest of one id stands", () => {
    const score = (raw: number, at: string) => ({
      ...emptySpan("t", ""),
      outcomes: [outcomeOf("correct", raw, "trace", { id: "x", at })],
    });
    const spans = [readOtlpSpan(two[0]!), score(1, "2026-01-02"), score(0, "2026-01-01")];
    expect(onlyCall(spans)).toMatchObject({ correct: null, traceOutcome: true });
  });

  test("that contradict each other are unknown, and ratings are no correctness", () => {
    const outer = (events: ReturnType<typeof evaluation>[]) => aSpan("s", null, agent, { events });
    expect(onlyCall([outer([evaluation(1), evaluation(0)]), two[0]!]).correct).toBeNull();
    expect(outcomeOf("toxicity", 0.9, "span").value).toBeNull();
    expect(outcomeOf("user_feedback", 1, "span")).toMatchObject({
      value: null,
      userFeedback: true,
    });
    expect(outcomeOf("Correctness", null, "span", { label: "fail" }).value).toBe(false);
    expect(outcomeOf("accuracy", 0.49, "span").value).toBe(false);
    expect(outcomeOf("correct", 7, "span").value).toBeNull();
  });
});

describe("the model of a call that failed", () => {
  const failed = { level: "ERROR", statusMessage: "429" };
  const event = (type: string, body: object) => ({
    type,
    timestamp: type === "generation-create" ? "1" : "2",
    body: { id: "g", traceId: "t", ...body },
  });
  const settled = (...events: object[]) => {
    const reading = langfuseIngestionFormat.readSpans({ batch: events });
    return onlyCall(reading.kind === "spans" ? reading.spans : []);
  };
  const created = event("generation-create", { model: "gpt-5.5", input: [] });

  test("is the one that was asked for, where the source names it before the answer", () => {
    expect(settled(created, event("generation-update", failed))).toMatchObject({
      requestModel: "gpt-5.5",
      model: null,
      error: "429",
    });
  });

  test("stays the answering one once anything was answered", () => {
    const usage = { usageDetails: { input: 5, output: 2 } };
    const cut = settled(created, event("generation-update", { ...failed, ...usage }));
    expect(cut).toMatchObject({ model: "gpt-5.5", requestModel: null });
  });
});
