import { importFile } from "@/lib/server/imports/import-file";
import type { makeTestWorkspace } from "@/lib/server/testing";

type TestWorkspace = Awaited<ReturnType<typeof makeTestWorkspace>>;

/** Imports traces whose calls fall into two clusters: each trace plans once and extracts twice. */
export async function importTestCalls(home: TestWorkspace, traces: number): Promise<void> {
  const records = Array.from({ length: traces }, (_, trace) => [
    call(`t${trace}`, 1, "plan"),
    call(`t${trace}`, 2, "extract"),
    call(`t${trace}`, 3, "extract"),
  ]).flat();
  const body = Buffer.from(records.map((record) => JSON.stringify(record)).join("\n"));
  const { workspaceId, actor } = home;
  const result = await importFile({
    workspaceId,
    actor,
    name: "test.jsonl",
    source: "upload",
    bytesTotal: body.length,
    body: (async function* () {
      yield body;
    })(),
  });
  if (!result.ok) throw new Error(result.message);
}

/** Turn n of a trace: it quotes the turns before it. */
function call(trace: string, n: number, stepType: string) {
  const messages = [{ role: "system", content: "You do what is asked." }];
  for (let turn = 1; turn <= n; turn += 1) {
    messages.push({ role: "user", content: `${trace} asks ${turn}` });
    if (turn < n) messages.push({ role: "assistant", content: `${trace} answers ${turn}` });
  }
  return {
    trace_id: trace,
    span_id: `${trace}:${n}`,
    agent: "helper",
    step_type: stepType,
    model: "gpt-4.1",
    provider: "openai",
    messages,
    response: { role: "assistant", content: `${trace} answers ${n}` },
    tools: ["look_up"],
    input_tokens: 100 * n,
    output_tokens: 10,
    started_at: `2026-01-02T03:0${n}:00Z`,
    latency_ms: 500,
    error: null,
    correct: true,
  };
}
