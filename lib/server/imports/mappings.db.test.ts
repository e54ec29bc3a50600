import { and, eq } from "drizzle-orm";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, calls } from "@/db/schema";
import { addsUp } from "@/lib/imports/receipt";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { importFile } from "./import-file";
import { removeMapping } from "./remove-mapping";
import { saveMapping } from "./save-mapping";

let test: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());

type Home = Awaited<ReturnType<typeof makeTestWorkspace>>;
const admin = (home: Home) => ({ ...home, role: "admin" as const });

const csv = "id,frage,antwort\n1,Why?,So.\n2,And?,Then.\n3,,\n";
const turned = "antwort,id,frage\nOther.,9,Else?\n";
const mapping = { prompt: "frage", response: "antwort" };
const columns = ["id", "frage", "antwort"];

function send({ workspaceId, actor }: Home, content: string | Uint8Array, named?: string) {
  async function* body() {
    yield Buffer.from(content);
  }
  return importFile({
    workspaceId,
    actor,
    name: "table.csv",
    source: "upload",
    mapping: named,
    bytesTotal: null,
    body: body(),
  });
}

async function receiptOf(home: Home, content: string | Uint8Array, named?: string) {
  const result = await send(home, content, named);
  if (!result.ok) throw new Error(result.message);
  expect(addsUp(result.value)).toBe(true);
  return result.value;
}

async function save(home: Home, name = "ours") {
  const saved = await saveMapping(admin(home), { name, columns, mapping });
  if (!saved.ok) throw new Error(saved.message);
  return saved.value;
}

describe("a table of unknown columns", () => {
  it("is refused with its beginning and guesses, whatever holds it", async () => {
    const home = await makeTestWorkspace(test.db, "unknown");
    expect(await send(home, csv)).toMatchObject({
      ok: false,
      table: { container: "csv", columns, rows: [{ id: "1" }, {}, { frage: null }] },
    });
    const parquet = parquetWriteBuffer({
      columnData: [
        { name: "question", data: ["Why?"], type: "STRING" },
        { name: "tokens_in", data: [7n], type: "INT64" },
      ],
    });
    expect(await send(home, new Uint8Array(parquet))).toMatchObject({
      ok: false,
      table: {
        container: "parquet",
        rows: [{ question: "Why?", tokens_in: 7 }],
        guesses: [{ field: "prompt" }, { field: "input_tokens" }],
      },
    });
  });

  it("may be of JSON objects, as lines or as a list, with columns inside of columns", async () => {
    const home = await makeTestWorkspace(test.db, "objects");
    const lines = [
      { id: 1, log: { frage: "Why?", chat: null }, antwort: "So." },
      { id: 2, log: { frage: "And?" }, antwort: "Then.", note: "optional" },
    ].map((row) => JSON.stringify(row));
    const seen = { ok: false, table: { container: "json", shared: ["id", "log", "antwort"] } };
    const asked = await send(home, lines.join("\n"));
    expect(asked).toMatchObject(seen);
    expect(asked).toMatchObject({ table: { paths: expect.arrayContaining(["log.frage"]) } });
    expect(await send(home, `[${lines.join()}]`)).toMatchObject(seen);

    const given = {
      name: "log",
      columns: ["id", "log", "antwort", "note"],
      shared: ["id", "log", "antwort"],
      mapping: { prompt: "log.frage", response: "antwort" },
    };
    expect(await saveMapping(admin(home), given)).toMatchObject({ ok: true });
    // without the optional column, and with one of them broken
    const later = [
      ...lines.slice(0, 1),
      '{"id":3,"log":{"frage":"Else?"},"antwort":"Other."}',
      "{",
    ];
    const receipt = await receiptOf(home, later.join("\n"));
    expect(receipt).toMatchObject({ records: 3, calls: { new: 2 }, unparseable: 1 });
    expect(receipt.warnings[0]).toContain("the mapping “log”, kept");
  });

  it.each([
    [
      "objects, lists and text",
      '{"frage":"Why?","antwort":"So."}\n[1]\n"x"\n',
      /1\sobject, 1\slist, 1\stext/u,
    ],
    ["objects that share no key", '{"frage":1}\n{"antwort":2}\n', /share no key.*frage, antwort/],
    ["objects of one key", '{"frage":1}\n{"frage":2}\n', /no known shape, with the keys: frage/],
    ["numbers", "[1, 2, 3]", /No objects in the first 3\srecords: 3\sother/u],
  ])("is no file of %s: it is refused, and says what was seen", async (_, content, words) => {
    const home = await makeTestWorkspace(test.db, "mixed");
    const refusal = await send(home, content);
    expect(refusal).toMatchObject({ ok: false, message: expect.stringMatching(words) });
    expect(refusal).not.toHaveProperty("table");
  });

  it("is read by a mapping's id or name, and says so", async () => {
    const home = await makeTestWorkspace(test.db, "by name");
    const { id } = await save(home);
    const receipt = await receiptOf(home, csv, id);
    expect(receipt).toMatchObject({ records: 3, calls: { new: 2 }, other: 1, format: "mapping" });
    expect(receipt.warnings).toEqual([expect.stringContaining("the mapping “ours”, as asked")]);
    const again = await receiptOf(home, csv, "ours");
    expect(again.calls).toMatchObject({ new: 0, known: 2 });
    const found = await test.db
      .select({ preview: calls.preview })
      .from(calls)
      .where(eq(calls.workspaceId, home.workspaceId))
      .orderBy(calls.ordinal);
    expect(found).toEqual([{ preview: "So." }, { preview: "Then." }]);
  });

  it("needs no mapping the second time, in whatever order its columns stand", async () => {
    const home = await makeTestWorkspace(test.db, "second time");
    await save(home);
    const receipt = await receiptOf(home, turned);
    expect(receipt.calls.new).toBe(1);
    expect(receipt.warnings[0]).toContain("kept for tables of the same columns");
    expect(await send(home, "id,frage,antwort,more\n1,a,b,c\n")).toMatchObject({ ok: false });
  });

  it("is refused with a mapping that names columns it lacks, or that is not there", async () => {
    const home = await makeTestWorkspace(test.db, "wrong mapping");
    await save(home);
    const lacks = await send(home, "frage,other\na,b\n", "ours");
    expect(lacks).toMatchObject({ ok: false, message: expect.stringContaining("antwort") });
    expect(await send(home, csv, "theirs")).toMatchObject({ ok: false, code: "invalid" });
  });

  it("of another workspace is read by no mapping of this one", async () => {
    const home = await makeTestWorkspace(test.db, "has one");
    const other = await makeTestWorkspace(test.db, "has none");
    const { id } = await save(home);
    expect(await send(other, csv)).toMatchObject({ ok: false, table: { columns } });
    expect(await send(other, csv, id)).toMatchObject({ ok: false, code: "invalid" });
    expect(await removeMapping(admin(other), id)).toMatchObject({ ok: false, code: "not_found" });
    expect((await receiptOf(home, csv)).calls.new).toBe(2);
  });
});

describe("a mapping", () => {
  it("is replaced by one of the same name, forgotten on request, and both are in the log", async () => {
    const home = await makeTestWorkspace(test.db, "kept");
    const { id } = await save(home);
    expect((await save(home)).id).toBe(id);
    expect(await removeMapping(admin(home), id)).toEqual({ ok: true, value: { name: "ours" } });
    expect(await send(home, csv)).toMatchObject({ ok: false, table: { columns } });
    const log = await test.db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(and(eq(auditLog.workspaceId, home.workspaceId), eq(auditLog.subject, id)));
    expect(log.map(({ action }) => action).toSorted()).toEqual([
      "import_mapping.remove",
      "import_mapping.save",
      "import_mapping.save",
    ]);
  });

  it.each([
    [{ name: " ", columns, mapping }, "name"],
    [{ name: "x", columns: [], mapping }, ""],
    [{ name: "x", columns, mapping: { prompt: "frage" } }, "response"],
    [{ name: "x", columns, mapping: { ...mapping, model: "llm" } }, 'no column "llm"'],
    [{ name: "x", columns, mapping: { ...mapping, mood: "id" } }, ""],
  ])("is refused as %j", async (input, word) => {
    const home = await makeTestWorkspace(test.db, "refused mapping");
    const refusal = await saveMapping(admin(home), input);
    expect(refusal).toMatchObject({ ok: false, code: "invalid" });
    expect(refusal.ok ? "" : refusal.message).toContain(word);
  });

  it.each(["reviewer", "viewer"] as const)("is not saved or removed by a %s", async (role) => {
    const home = await makeTestWorkspace(test.db, role);
    const { id } = await save(home);
    const member = { ...home, role };
    const refusal = { ok: false, code: "forbidden" };
    expect(await saveMapping(member, { name: "x", columns, mapping })).toMatchObject(refusal);
    expect(await removeMapping(member, id)).toMatchObject(refusal);
  });
});
