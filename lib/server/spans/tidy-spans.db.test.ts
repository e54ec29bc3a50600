import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { imports, nodes, waitingRecords } from "@/db/schema";
import { openTestDatabase } from "@/lib/server/testing";
import { outcomeOf } from "@/lib/spans/outcome";
import { emptyFacts } from "@/lib/spans/span";
import { spanRecord } from "./testing";
import { openDoor } from "./testing-door";
import { tidySpans, WAITING_DAYS } from "./tidy-spans";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);
const score = (spanId: string) =>
  spanRecord(null, spanId, { outcomes: [outcomeOf("correct", 1, "call", { id: spanId })] });

it("drops what waited in vain, and the receipt says so", async () => {
  const door = await openDoor(test.db, "waiting");
  await door.send(score("never"), score("nor this"));
  await tidySpans(inDays(WAITING_DAYS - 1));
  expect(await test.db.$count(waitingRecords)).toBe(2);
  await tidySpans(inDays(WAITING_DAYS + 1));
  expect(await test.db.$count(waitingRecords)).toBe(0);
  const receipt = await door.receipt();
  expect(receipt).toMatchObject({ records: 2, other: 2 });
  expect(receipt.warnings).toEqual([
    expect.stringMatching(/^2 records named a span that did not come within 30 days/u),
  ]);
});

it("sweeps the messages that nothing names once a day of an exporter has ended", async () => {
  const door = await openDoor(test.db, "interim");
  const ask = (content: string) => ({ role: "user", content });
  const call = (messages: { role: string; content: string }[], mark: string) =>
    spanRecord("t", "c", {
      role: "llm",
      call: { ...emptyFacts(), messages, response: { role: "assistant", content: "Yes" } },
      stamps: { "call.messages": mark },
    });
  await door.send(call([ask("first")], "1"));
  await door.send(call([ask("second"), ask("third")], "2"));
  const bodies = async () => {
    const rows = await test.db
      .select({ body: nodes.body })
      .from(nodes)
      .where(eq(nodes.workspaceId, door.workspaceId));
    return rows.map(({ body }) => /"content":"(\w+)"/u.exec(body)?.[1]).toSorted();
  };
  expect(await bodies()).toContain("first");
  await tidySpans(new Date());
  expect(await bodies()).toContain("first");
  await test.db
    .update(imports)
    .set({ finishedAt: sql`now()` })
    .where(eq(imports.workspaceId, door.workspaceId));
  await tidySpans(new Date());
  expect(await bodies()).toEqual(["Yes", "second", "third"]);
});

it("counts calls with an implausible time in one line, over all batches", async () => {
  const door = await openDoor(test.db, "times");
  const startNs = String(BigInt(Date.UTC(1999, 0, 1)) * 1_000_000n);
  const call = (spanId: string) =>
    spanRecord("t", spanId, { role: "llm", startNs, call: emptyFacts() });
  await door.send(call("a"));
  await door.send(call("b"), call("c"));
  await door.send(call("a"));
  const { warnings } = await door.receipt();
  expect(warnings.filter((text) => text.includes("implausible"))).toEqual([
    expect.stringMatching(/^3 calls have an implausible time: /u),
  ]);
});
