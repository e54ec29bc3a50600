import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiKeys, auditLog, users } from "@/db/schema";
import { createTestDatabase } from "@/db/testing";
import type { AuditFilter } from "@/lib/audit/audit-query";
import type { WorkspaceId } from "@/lib/ids";
import { auditConditions } from "./audit-conditions";
import { listAudit, listAuditActors, type StoredDeed } from "./list-audit";

const home = randomUUID() as WorkspaceId;
const other = randomUUID() as WorkspaceId;
const [ada, key] = [randomUUID(), randomUUID()];
const ANY: AuditFilter = { actor: null, kind: null, from: null, until: null };

let test: Awaited<ReturnType<typeof createTestDatabase>>;

/** One deed a second, three at the same moment, over the midnight of 2026-11-20. */
const DEEDS = Array.from({ length: 40 }, (_, place) => ({
  id: randomUUID(),
  actor: [ada, `key:${key}`, "system", "gone"][place % 4] ?? "",
  action: ["member.join", "import.finish", "label.submit"][place % 3] ?? "",
  createdAt: new Date(Date.UTC(2026, 10, 20, 23, 59, 50 + Math.floor(place / 3))).toISOString(),
}));

beforeAll(async () => {
  test = await createTestDatabase();
  await test.db.insert(users).values({ id: ada, name: "Ada", email: "ada@example.org" });
  await test.db.insert(apiKeys).values({
    workspaceId: home,
    id: key,
    name: "nightly",
    prefix: "assay_",
    secretHash: "x",
    createdBy: ada,
  });
  const rows = DEEDS.map((deed) => ({ ...deed, workspaceId: home, subject: "s" }));
  await test.db.insert(auditLog).values(rows);
  await test.db
    .insert(auditLog)
    .values({ ...rows[0], id: randomUUID(), workspaceId: other, actor: "stranger" } as never);
});
afterAll(() => test?.close());

async function walk(filter: Partial<AuditFilter>, limit: number) {
  const condition = auditConditions(home, { ...ANY, ...filter });
  const pages: StoredDeed[][] = [];
  let page = await listAudit(test.db, condition, { cursor: null, limit });
  expect(page.previous).toBeNull();
  for (;;) {
    pages.push(page.rows);
    if (page.next === null) break;
    page = await listAudit(test.db, condition, { cursor: page.next, limit });
  }
  return { pages, last: page, condition };
}

describe("the audit log", () => {
  it("is read page by page, newest first, none twice and none left out", async () => {
    const { pages } = await walk({}, 7);
    const ids = pages.flat().map(({ id }) => id);
    expect(pages.map((rows) => rows.length)).toEqual([7, 7, 7, 7, 7, 5]);
    expect(ids.toSorted()).toEqual(DEEDS.map(({ id }) => id).toSorted());
    const times = pages.flat().map(({ createdAt }) => Date.parse(createdAt));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it("walks back over the same pages", async () => {
    const { pages, last, condition } = await walk({}, 7);
    const back = [last.rows];
    let page = last;
    while (page.previous !== null) {
      page = await listAudit(test.db, condition, { cursor: page.previous, limit: 7 });
      back.unshift(page.rows);
    }
    expect(back).toEqual(pages);
    expect(page.previous).toBeNull();
  });

  it.each([
    [{ actor: ada }, 10],
    [{ kind: "people" as const }, 14],
    [{ from: "2026-11-21" }, 10],
    [{ until: "2026-11-20" }, 30],
    [{ from: "2026-11-20", until: "2026-11-21" }, 40],
    [{ actor: "system", kind: "labelling" as const, until: "2026-11-20" }, 3],
    [{ actor: "stranger" }, 0],
  ])("holds to the filter %j", async (filter, count) => {
    const { pages } = await walk(filter, 50);
    expect(pages.flat()).toHaveLength(count);
  });

  it("names people, keys and Assay itself, and leaves out whom nobody knows any more", async () => {
    const actors = await listAuditActors(test.db, auditConditions(home, ANY));
    expect(new Map(actors.map(({ id, who }) => [id, who]))).toEqual(
      new Map([
        [ada, "Ada"],
        [`key:${key}`, "API key “nightly”"],
        ["system", "Assay"],
        ["gone", null],
      ]),
    );
  });
});
