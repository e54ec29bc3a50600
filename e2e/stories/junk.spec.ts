import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, type GivenFile, makeWorkspace, test, upload } from "@/e2e/owner";

const good = { step_type: "greet", prompt: "hello", response: "Hi", correct: true };
const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;

const file = (name: string, content: Buffer | string): GivenFile => ({
  name,
  content: Buffer.from(content),
});

test.describe.configure({ mode: "serial" });

let home = "";
test.beforeEach(async ({ page }) => {
  home ||= await makeWorkspace(page, "Junk");
});

for (const [given, said] of [
  [file("empty.jsonl", ""), /empty/i],
  [file("picture.jsonl", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")), /PNG/],
  [file("broken.jsonl.gz", Buffer.from("1f8b0800010203040506070809", "hex")), /gzip/],
  [file("table.jsonl", "id,model,prompt\n1,gpt,hi\n2,gpt,ho\n"), /CSV|column|shape/],
  [file("utf16.jsonl", Buffer.from(`\ufeff${JSON.stringify(good)}`, "utf16le")), /UTF-16/],
  [file("other.jsonl", '{"foo":1}\n{"bar":2}'), /foo/],
  [file("long.jsonl", `{"prompt":"${"x".repeat(50 * 1024 * 1024)}"}`), /32 MiB/],
  [file("deep.jsonl", deep), /deep/],
] as const) {
  test(`${given.name} is refused with a reason, and the server lives`, async ({ page }, info) => {
    const path = info.outputPath(given.name);
    writeFileSync(path, given.content);
    await page.goto(`${home}/imports`);
    await page.getByLabel("Trace files").setInputFiles(path);
    const alert = page.getByRole("alert").filter({ hasText: given.name });
    await expect(alert).toContainText(said, { timeout: 30_000 });
    const health = await page.request.get("/api/health");
    expect(health.status()).toBe(200);
  });
}

test("a file half of which is broken is read to its end, and each loss can be downloaded", async ({
  page,
}) => {
  const lines = [
    JSON.stringify(good),
    "{broken",
    '{"step_type":"greet","prompt":"hello","prompt":"again","response":"Hi"}',
    `{"step_type":"nul","prompt":"a\\u0000b","response":"<b>bold</b>"}`,
    Buffer.from('{"prompt":"caf\xe9","response":"x"}', "latin1"),
    `{"step_type":"deep","prompt":"x","response":"y","tool_context":${deep}}`,
    `{"step_type":"long","prompt":"${"y".repeat(4 * 1024 * 1024)}","response":"z"}`,
    '{"step_type":"cut","prompt":"hel',
  ];
  const content = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\n")]));
  const receipt = await upload(page, home, { name: "half.jsonl.gz", content: gzipSync(content) });
  expect(receipt).toContain("8 records = 4 new calls + 0 known calls + 0 other + 4 unparseable");
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: /Download all 4/ }).click();
  const saved = readFileSync(await (await started).path(), "utf8");
  const rejected = saved.trim().split("\n");
  expect(rejected.map((line) => JSON.parse(line).line)).toEqual([2, 5, 6, 8]);
  await page.goto(`${home}/calls?q=bold`);
  await expect(page.getByRole("table", { name: "Calls" })).toContainText("<b>bold</b>");
});

test("unknown ids are answered by 404 and a way back, not by a page that says 200", async ({
  page,
}) => {
  const nobody = "00000000-0000-4000-8000-000000000000";
  for (const list of ["calls", "traces", "imports", "clusters", "savings/kept"]) {
    for (const id of [nobody, "nonsense"]) {
      const answer = await page.goto(`${home}/${list}/${id}`);
      expect(answer?.status(), `${list}/${id}`).toBe(404);
    }
  }
  expect((await page.goto(`${home}/savings/kept/999999`))?.status()).toBe(404);
  await page.goto(`${home}/calls/${nobody}`);
  await page.getByRole("link", { name: "Show all calls" }).click();
  await expect(page).toHaveURL(/\/calls$/);
});
