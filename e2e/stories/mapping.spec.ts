import { writeFileSync } from "node:fs";
import { expectNoBarriersInBothThemes } from "@/e2e/axe";
import { chooseByName } from "@/e2e/choose";
import { expect, makeWorkspace, test, upload } from "@/e2e/owner";

const HEADER = "ticket;what_we_sent;what_came_back;llm;tokens_in";
const table = (...rows: string[]) => `${[HEADER, ...rows].join("\n")}\n`;

test.describe.configure({ mode: "serial" });

let home = "";
test.beforeEach(async ({ page }) => {
  home ||= await makeWorkspace(page, "Mapping");
});

test("a CSV of unknown columns is mapped by keyboard, imported, and accounted for", async ({
  page,
}, info) => {
  const path = info.outputPath("tickets.csv");
  writeFileSync(
    path,
    table(
      "sort;Where is my parcel?;shipping;gpt-4.1;12",
      "sort;<b>My</b> invoice is wrong;billing;gpt-4.1;15",
      "reply;Say sorry;Sorry!;gpt-4.1;many",
      "empty;;;;",
    ),
  );
  await page.goto(`${home}/imports`);
  await page.getByLabel("Trace files").setInputFiles(path);
  const panel = page.getByRole("region", { name: "Map columns" });
  await expect(panel.getByRole("alert")).toContainText("tickets.csv");
  await expect(panel.getByLabel("Field of the column llm")).toContainText("model");
  await expect(panel).toContainText("Say which column holds what was asked");
  await expect(panel.getByRole("button", { name: "Import with this mapping" })).toBeDisabled();
  await expectNoBarriersInBothThemes(page);

  for (const [column, field] of [
    ["what_we_sent", "prompt"],
    ["what_came_back", "response"],
    ["ticket", "step_type"],
  ] as const) {
    await chooseByName(panel.getByLabel(`Field of the column ${column}`), field);
  }
  const preview = panel.getByRole("table", { name: "The first rows as calls" });
  await expect(preview.getByRole("row")).toHaveCount(5);
  await expect(preview).toContainText("<b>My</b> invoice is wrong");
  await expect(preview).toContainText("input_tokens");

  await panel.getByRole("button", { name: "Import with this mapping" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  const receipt = page.getByRole("region", { name: "Receipt" });
  await expect(receipt).toContainText(
    /4 records\s*=\s*2 new calls\s*\+\s*0 known calls\s*\+\s*1 other\s*\+\s*1 unparseable/,
  );
  await expect(page.getByText("the mapping “tickets”, as asked for")).toBeVisible();
});

test("the same columns again need no mapping, until it is forgotten", async ({ page }) => {
  const content = Buffer.from(table("sort;A third one;other;gpt-4.1;3"));
  const receipt = await upload(page, home, { name: "more.csv", content });
  expect(receipt).toContain("1 records = 1 new calls");
  await expect(page.getByText("kept for tables of the same columns")).toBeVisible();

  await page.goto(`${home}/imports`);
  await page.getByRole("button", { name: "Forget tickets" }).click();
  await expect(page.getByRole("region", { name: "Saved mappings" })).toHaveCount(0);
  await page
    .getByLabel("Trace files")
    .setInputFiles({ name: "again.csv", mimeType: "text/csv", buffer: content });
  await expect(page.getByRole("region", { name: "Map columns" })).toContainText("again.csv");
});

test("JSON objects of unknown keys are mapped too; mixed content is refused, and goes by keyboard", async ({
  page,
}) => {
  const send = (name: string, lines: readonly unknown[]) => {
    const text = lines.map((line) => JSON.stringify(line)).join("\n");
    const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
    return page.getByLabel("Trace files").setInputFiles(file);
  };
  await page.goto(`${home}/imports`);
  await send("mixed.jsonl", [{ frage: "Why?", antwort: "So." }, [1], "x"]);
  const refused = page.getByRole("alert").filter({ hasText: "mixed.jsonl" });
  await expect(refused).toContainText(/1.object, 1.list, 1.text/);
  await refused.getByRole("button", { name: "Dismiss mixed.jsonl" }).focus();
  await page.keyboard.press("Escape");
  await expect(refused).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeFocused();

  const turn = (n: number) => ({ log: { question: `Why ${n}?`, tokens: n }, reply: `So ${n}.` });
  await send("app.jsonl", [turn(1), { ...turn(2), level: "info" }]);
  const panel = page.getByRole("region", { name: "Map columns" });
  await expect(panel.getByLabel("Field of the column log.question")).toContainText("prompt");
  await panel.getByRole("button", { name: "Import with this mapping" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("region", { name: "Receipt" })).toContainText("2 new calls");
});

test("a client is set up with a key made on the spot, and its first record is seen", async ({
  page,
  request,
}) => {
  await page.goto(`${home}/imports?client=curl`);
  const door = page.getByRole("region", { name: "Send from your program" });
  await door.getByRole("button", { name: "Make a key for this" }).click();
  const command = door.getByRole("region", { name: "A file, by curl: Command" });
  await expect(command).toContainText("Bearer assay_");
  await expect(door).toContainText("Nothing has come with this key yet");
  const key = /Bearer (assay_[\w-]+)/.exec(await command.innerText())?.[1] ?? "";
  const headers = { authorization: `Bearer ${key}` };
  const sent = await request.post("/api/v1/imports?name=sent", {
    headers,
    data: '{"prompt":"Are you there?","response":"Yes"}\n',
  });
  expect(sent.status()).toBe(200);
  await expect(door).toContainText("The first record with this key came");
  const read = await request.get("/api/v1/calls", { headers });
  expect(read.status()).toBe(403);
  await door.getByRole("link", { name: "Read its receipt" }).click();
  await expect(page.getByRole("region", { name: "Receipt" })).toContainText("1 new call");
});
