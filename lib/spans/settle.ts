import { sameJson } from "@/lib/calls/canonical";
import type { SettledCall, SettledRun, SettledSpan, SettledTrace } from "@/lib/spans/settled";
import type { SpanRecord } from "@/lib/spans/span";
import { buildCall, isoOf, millisOf } from "./build-call";
import { groupCalls } from "./call-groups";
import type { CallGroup } from "./call-twins";
import { agentName, agentOf, stepOf } from "./place-of";
import { settleOutcomes, type Outcomes } from "./settle-outcomes";
import { buildTree, timeKey, type TraceTree } from "./trace-tree";

/**
 * What the records of one trace say together: one row per real LLM call with its step, agent,
 * outcome, attempt and environment, the other spans, and the run. The result does not depend on
 * the order, repetition or batching of the records; call it again whenever one more has come.
 */
export function settleTrace(records: readonly SpanRecord[]): SettledTrace {
  const tree = buildTree(records);
  const groups = groupCalls(tree);
  const outcomes = settleOutcomes(tree, groups);
  const views = new Set(groups.flatMap(([, ...rest]) => rest.map(({ spanId }) => spanId)));
  const calls = groups.map((group) => settleCall(tree, group, views, outcomes));
  numberAttempts(calls);
  return {
    calls,
    other: otherSpans(tree, groups, outcomes),
    run: settleRun(tree, outcomes),
  };
}

function settleCall(
  tree: TraceTree,
  group: CallGroup,
  views: ReadonlySet<string>,
  outcomes: Outcomes,
): SettledCall {
  const [own, ...rest] = group;
  const outermost = group.reduce((a, b) => (depthOf(tree, b) < depthOf(tree, a) ? b : a));
  const around = tree.ancestorsOf(outermost.spanId).filter(({ spanId }) => spanId !== own.spanId);
  const real = around.find(({ spanId }) => !views.has(spanId));
  const agent = agentOf(group, around);
  const all = [...group, ...around, ...(tree.run === null ? [] : [tree.run])];
  const call = buildCall(group, {
    parentSpanId: real?.spanId ?? (around.at(-1) ?? outermost).parentSpanId,
    agent,
    ...stepOf(group, around, agent),
    environment: all.map((span) => span.environment).find((one) => one !== null) ?? null,
    correct: outcomes.ofCall.get(own.spanId) ?? null,
    traceOutcome: outcomes.ofRun,
  });
  const silent = call.messages === null || (call.response === null && call.error === null);
  return {
    call,
    mergedSpanIds: rest.map(({ spanId }) => spanId).toSorted(),
    responseId: group.map(({ responseId }) => responseId).find((id) => id !== null) ?? null,
    contentHint: silent ? (own.contentHint ?? outermost.contentHint) : null,
  };
}

const depthOf = (tree: TraceTree, { spanId }: SpanRecord) => tree.ancestorsOf(spanId).length;

/** The same request made again after a failure, under one parent: attempts 1, 2, and so on. */
function numberAttempts(calls: readonly SettledCall[]): void {
  const failedUnder = new Set(
    calls.flatMap(({ call }) => (call.error === null ? [] : [call.parentSpanId])),
  );
  const series = new Map<string, SettledCall[][]>();
  for (const settled of calls) {
    const { parentSpanId, messages, requestModel, attempt } = settled.call;
    if (!failedUnder.has(parentSpanId) || messages === null || attempt !== null) continue;
    const key = JSON.stringify([parentSpanId, requestModel, messages.length]);
    const known = series.get(key) ?? [];
    const same = known.find(([first]) => sameJson(first?.call.messages, messages));
    if (same === undefined) series.set(key, [...known, [settled]]);
    else same.push(settled);
  }
  for (const same of [...series.values()].flat()) {
    const earlier = same.slice(0, -1);
    if (earlier.length === 0 || earlier.some(({ call }) => call.error === null)) continue;
    for (const [index, settled] of same.entries())
      settled.call = { ...settled.call, attempt: index + 1 };
  }
}

function otherSpans(
  tree: TraceTree,
  groups: readonly CallGroup[],
  outcomes: Outcomes,
): SettledSpan[] {
  const mergedInto = new Map(
    groups.flatMap(([own, ...views]) => views.map(({ spanId }) => [spanId, own.spanId] as const)),
  );
  const calls = new Set(groups.map(([own]) => own.spanId));
  return tree.spans
    .filter(({ spanId }) => !calls.has(spanId))
    .map((span) => {
      const merged = mergedInto.get(span.spanId) ?? null;
      const isWrapper = span.role === "llm" && merged === null;
      const agentSpan = [span, ...tree.ancestorsOf(span.spanId)].find(
        ({ role }) => role === "agent",
      );
      return {
        spanId: span.spanId,
        parentSpanId: span.parentSpanId,
        name: span.name,
        role: isWrapper ? "chain" : (span.role ?? "other"),
        startedAt: isoOf(span.startNs),
        latencyMs: millisOf(span),
        error: span.error,
        agent: span.agent ?? (agentSpan === undefined ? null : agentName(agentSpan)),
        tool: span.tool,
        correct: outcomes.ofSpan.get(span.spanId) ?? null,
        mergedInto: merged,
      };
    });
}

function settleRun(tree: TraceTree, outcomes: Outcomes): SettledRun {
  const roots = tree.spans.filter(({ spanId }) => tree.ancestorsOf(spanId).length === 0);
  const said = tree.run === null ? [...roots, ...tree.spans] : [tree.run, ...roots, ...tree.spans];
  const first = <K extends keyof SpanRecord>(key: K) =>
    said.map((span) => span[key]).find((value) => value !== null) ?? null;
  const ends = tree.spans.flatMap(({ endNs }) => (endNs === null ? [] : [endNs]));
  const last = ends.toSorted((a, b) => (timeKey(a) < timeKey(b) ? -1 : 1)).at(-1) ?? null;
  const start = tree.spans.find(({ startNs }) => startNs !== null)?.startNs ?? null;
  return {
    traceId: first("traceId"),
    name: tree.run?.name ?? roots[0]?.name ?? null,
    environment: first("environment"),
    sessionId: first("sessionId"),
    userId: first("userId"),
    startedAt: isoOf(start ?? tree.run?.startNs ?? null),
    endedAt: isoOf(last),
    outcome: outcomes.ofRun,
  };
}
