import { randomUUID } from "node:crypto";
import { z } from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LabelRecord } from "@/lib/labelling/label-record";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { answerLabels } from "./answer-labels";
import { createDraw } from "./create-draw";
import { submitLabels } from "./submit-labels";
import { importTestCalls, openSlots, testLabel } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

const Answer = z.object({ rows: z.array(LabelRecord), next_cursor: z.string().nullable() });

beforeAll(async () => {
  test = await openTestDatabase();
  home = await makeTestWorkspace(test.db, "Home");
  await importTestCalls(home, 4);
  const owner = { ...home, role: "owner" as const };
  const made = await createDraw(owner, { seed: "1" });
  if (!made.ok) throw new Error(made.message);
  const items = await openSlots(home.workspaceId, made.value.id, 1);
  const over = { reasons: [1, 9], note: "=1+1", decisionMs: 700 };
  const rows = items.slice(0, 5).map((itemId) => testLabel(itemId, over));
  await submitLabels(owner, rows);
  const undo = { ...rows[0], id: randomUUID(), verdict: null, retracted: true };
  await submitLabels(owner, [{ ...undo, supersedes: rows[0]?.id }]);
});
afterAll(() => test?.close());

const get = (query: string, workspaceId = home.workspaceId) =>
  answerLabels(workspaceId, new Request(`http://localhost/api/v1/labels${query}`));

const read = async (query: string) => Answer.parse(await (await get(query)).json());

describe("GET /api/v1/labels", () => {
  it("pages through every row once, in the order of writing", async () => {
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: z.infer<typeof Answer> = await read(`?limit=2${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.rows.map((row) => row.id));
      cursor = page.next_cursor;
    }
    expect(new Set(ids).size).toBe(6);
    expect(ids).toHaveLength(6);
  });

  it("tells what each row says, who said it, and whether it still speaks", async () => {
    const { rows } = await read("");
    expect(rows.filter((row) => row.current)).toHaveLength(4);
    expect(rows.at(-1)).toMatchObject({ verdict: null, retracted: true, current: false });
    expect(rows[1]).toMatchObject({
      rater: "Tess",
      rater_kind: "member",
      draw: 1,
      span_id: expect.stringMatching(/^t\d:\d$/),
      origin: "hand",
      reasons: ["1", "9"],
      codebook_version: 1,
      decision_ms: 700,
    });
    expect((await read("?current=true")).rows).toHaveLength(4);
    expect((await read("?draw=2")).rows).toEqual([]);
  });

  it("gives CSV in which no note is a formula", async () => {
    const csv = await (await get("?format=csv&limit=1")).text();
    const [head, row] = csv.split("\r\n");
    expect(head).toMatch(/^id,call_id,trace_id,.*,created_at$/);
    expect(row).toContain(",1 9,'=1+1,");
  });

  it("refuses what it cannot read, and shows nothing of another workspace", async () => {
    expect((await get("?limit=0")).status).toBe(422);
    expect((await get("?cursor=x")).status).toBe(422);
    const other = await makeTestWorkspace(test.db, "Other");
    expect(await (await get("", other.workspaceId)).json()).toEqual({
      rows: [],
      next_cursor: null,
    });
  });
});
