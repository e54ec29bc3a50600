import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rejectedRecords } from "@/db/schema";
import { addsUp } from "@/lib/imports/receipt";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

/** A column that is narrower than the formats know stands for the next value nobody thought of. */
it.each(["22003", "54000"])(
  "rejects the one record whose value the database refuses with %s, and keeps the others",
  async (code) => {
    await test.db.execute(
      sql.raw(`
      CREATE OR REPLACE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.step_type = 'poison' THEN RAISE EXCEPTION 'too much' USING ERRCODE = '${code}'; END IF;
        RETURN NEW;
      END $$`),
    );
    await test.db.execute(
      sql.raw(
        "CREATE OR REPLACE TRIGGER poison BEFORE INSERT ON calls FOR EACH ROW EXECUTE FUNCTION refuse_poison()",
      ),
    );
    const { workspaceId, actor } = await makeTestWorkspace(test.db, "net");
    const steps = ["a", "b", "poison", "c"];
    const records = steps.map((step) =>
      JSON.stringify({ step_type: step, prompt: step, response: "x" }),
    );
    const file = [...records.slice(0, 2), "{broken", ...records.slice(2)].join("\n");
    async function* body() {
      yield Buffer.from(file);
    }
    const result = await importFile({
      workspaceId,
      actor,
      name: "file",
      source: "upload",
      bytesTotal: null,
      body: body(),
    });
    if (!result.ok) throw new Error(result.message);
    expect(result.value).toMatchObject({
      state: "done",
      records: 5,
      calls: { new: 3 },
      unparseable: 2,
    });
    expect(addsUp(result.value)).toBe(true);
    const rows = await test.db
      .select()
      .from(rejectedRecords)
      .where(eq(rejectedRecords.workspaceId, workspaceId))
      .orderBy(rejectedRecords.line);
    expect(rows).toMatchObject([
      { line: 3, why: "unparseable" },
      { line: 4, why: "unparseable", reason: expect.stringContaining("larger or longer") },
    ]);
  },
);
