import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calls, traces } from "@/db/schema";
import { knowCalls } from "@/lib/server/calls/list-known-calls";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const said = (span: string, outcome: boolean | null) => ({
  trace_id: "run-1",
  span_id: span,
  messages: [{ role: "user", content: "q" }],
  response: { role: "assistant", content: "a" },
  trace_outcome: outcome,
});

async function outcomeAfter(files: object[][]) {
  const { workspaceId, actor } = await makeTestWorkspace(test.db, "outcome");
  const warnings: string[] = [];
  for (const file of files) {
    async function* body() {
      yield Buffer.from(file.map((record) => JSON.stringify(record)).join("\n"));
    }
    const given = { workspaceId, actor, name: "f", source: "upload", bytesTotal: null } as const;
    const result = await importFile({ ...given, body: body() });
    if (!result.ok) throw new Error(result.message);
    warnings.push(...result.value.warnings);
  }
  const [trace] = await test.db.select().from(traces).where(eq(traces.workspaceId, workspaceId));
  const stored = await test.db.select().from(calls).where(eq(calls.workspaceId, workspaceId));
  const known = await knowCalls(workspaceId, stored);
  const shown = [...new Set(known.map((call) => call.traceOutcome))];
  return { outcome: trace?.outcome, conflict: trace?.outcomeConflict, shown, warnings };
}

const [yes, no, silent] = [said("a", true), said("b", false), said("c", null)];

it.each([
  ["one file", [[yes, no, silent]]],
  ["one file, turned", [[silent, no, yes]]],
  ["two files", [[yes], [no, silent]]],
  ["two files, turned", [[no, silent], [yes]]],
  ["three files", [[silent], [no], [yes]]],
  ["two files, one sent again", [[yes], [no], [yes]]],
  ["one call that says both", [[yes], [said("a", false)]]],
  ["one call that says both, turned", [[said("a", false)], [yes]]],
  ["a conflict and one more", [[yes, no], [said("d", true)]]],
])("leaves the outcome of a run unknown whose records disagree: %s", async (_order, files) => {
  const after = await outcomeAfter(files);
  expect(after).toMatchObject({ outcome: null, conflict: true, shown: [null] });
  expect(after.warnings).toEqual([expect.stringMatching(/disagree on the outcome.*run-1/u)]);
});

it.each([[[[yes], [silent]]], [[[silent], [yes]]], [[[yes, said("b", true)], [silent]]]])(
  "knows the outcome of a run whose records agree, %#",
  async (files) => {
    expect(await outcomeAfter(files)).toEqual({
      outcome: true,
      conflict: false,
      shown: [true],
      warnings: [],
    });
  },
);
