import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, Response } from "@playwright/test";
import { expect, makeKey, makeWorkspace, test } from "@/e2e/owner";
import { OWN } from "@/e2e/own-product";
import { EXPORTS, type PlantedExport, UNREADABLE } from "@/e2e/secrets/exports";
import { FILES, type PlantedFile, REFUSED } from "@/e2e/secrets/files";
import { PLANTS } from "@/e2e/secrets/plants";
import { scanDatabase, scanText, type Survivor } from "@/e2e/secrets/scan";
import { allRules } from "@/lib/curation/redact/all-rules";
import { addsUp, type Receipt } from "@/lib/imports/receipt";
import { openProductDatabase } from "@/lib/server/bench/bench-product";

test.describe.configure({ mode: "serial" });

const { folder } = OWN;
const rules = [...new Set(allRules.map(({ id }) => id))].toSorted();
let home = "";
let keys = { ingest: "", read: "" };
/** What the doors answered, and what was seen of it. */
let answers: Survivor[] = [];

test("one of every rule goes through every door", async ({ page, baseURL }) => {
  expect([...new Set(PLANTS.map(({ rule }) => rule))].toSorted()).toEqual(rules);
  home = await makeWorkspace(page, "Planted");
  keys = {
    ingest: await makeKey(page, home, "ingest"),
    read: await makeKey(page, home, "read"),
  };
  const sendFile = ({ name, content }: PlantedFile) =>
    post(`${baseURL}/api/v1/imports?name=${encodeURIComponent(name)}`, { body: content });
  for (const file of FILES) {
    const answer = await sendFile(file);
    expect(answer.status, answer.text).toBe(200);
    const receipt = JSON.parse(answer.text) as Receipt;
    expect(addsUp(receipt), file.name).toBe(true);
    expect(Object.keys(receipt.redactions).toSorted(), file.name).toEqual(rules);
  }
  expect((await sendFile(REFUSED)).status).toBe(422);
  for (const one of EXPORTS) {
    const answer = await postExport(baseURL ?? "", one);
    expect([200, 202, 207], `${one.path}: ${answer.text}`).toContain(answer.status);
  }
  for (const one of UNREADABLE) {
    expect((await postExport(baseURL ?? "", one)).status, one.path).toBe(400);
  }
  expect(answers).toEqual([]);
});

test("nothing of it is in an answer while the database is in trouble", async ({ baseURL }) => {
  const sql = openProductDatabase({ folder });
  const send = () => Promise.all(EXPORTS.map((one) => postExport(baseURL ?? "", one)));
  try {
    await sql`ALTER TABLE rejected_records RENAME TO rejected_records_away`;
    await sql`ALTER TABLE spans RENAME TO spans_away`;
    expect((await send()).map(({ status }) => status)).toEqual(EXPORTS.map(() => 503));
  } finally {
    await sql`ALTER TABLE IF EXISTS spans_away RENAME TO spans`;
    await sql`ALTER TABLE IF EXISTS rejected_records_away RENAME TO rejected_records`;
    await sql.end();
  }
  expect((await send()).every(({ status }) => status < 300)).toBe(true);
  expect(answers).toEqual([]);
});

test("nothing of it is in the database", async () => {
  const sql = openProductDatabase({ folder });
  try {
    const [row] = await sql<{ calls: number; marked: number }[]>`
      SELECT (SELECT count(*)::int FROM calls WHERE redacted) AS calls,
        (SELECT count(*)::int FROM nodes WHERE body LIKE '%[iban:%') AS marked`;
    expect(row?.calls).toBeGreaterThanOrEqual(12);
    expect(row?.marked).toBeGreaterThanOrEqual(12);
    expect(await scanDatabase(sql)).toEqual([]);
  } finally {
    await sql.end();
  }
});

test("nothing of it is in what the product wrote down", async () => {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  // what was said comes to its file by way of another process
  await expect.poll(() => read("product.log")).toContain("an export could not be stored");
  await expect.poll(() => read("postgres.log")).toContain("does not exist");
  expect(scanText("log of the product", read("product.log"))).toEqual([]);
  expect(scanText("log of PostgreSQL", read("postgres.log"))).toEqual([]);
});

test("nothing of it is on a page, in an export or in an answer of the API", async ({ page }) => {
  test.setTimeout(240_000);
  const found: Survivor[] = [];
  const pending: Promise<void>[] = [];
  const look = async (response: Response) => {
    // what was left half way, and redirects, have no body
    const text = await response.text().catch(() => "");
    found.push(...scanText(response.url(), text));
  };
  page.on("response", (response) => void pending.push(look(response)));
  const visited: string[] = [];
  for (const list of ["imports", "calls", "traces", "clusters"]) {
    for (const path of await linksOf(page, list)) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      found.push(...scanText(path, await page.locator("body").innerText()));
      visited.push(path);
    }
  }
  for (const place of ["", "/routing", "/settings/redaction", "/calls?fold=1", "/label/draw"]) {
    await page.goto(home + place);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await Promise.all(pending);
  const imports = visited.flatMap((path) => /imports\/([0-9a-f-]{36})$/u.exec(path)?.[1] ?? []);
  expect(imports.length).toBeGreaterThanOrEqual(FILES.length + 3);
  expect(visited.filter((path) => /calls\/[0-9a-f-]{36}$/u.test(path)).length).toBeGreaterThan(11);
  const downloads = [
    "calls.csv",
    "calls.json",
    "traces.csv",
    "traces.json",
    "overview.csv",
    "overview.json",
    "routing/routes.yaml",
    ...imports.map((id) => `imports/${id}/rejected`),
  ].map((path) => `${home}/${path}`);
  const api = ["calls", "traces", "clusters", "labels", ...imports.map((id) => `imports/${id}`)];
  const headers = { authorization: `Bearer ${keys.read}` };
  for (const path of [...downloads, ...api.map((name) => `/api/v1/${name}`)]) {
    const answer = await page.request.get(path, {
      headers: path.startsWith("/api") ? headers : {},
    });
    expect(answer.status(), path).toBe(200);
    found.push(...scanText(path, await answer.text()));
  }
  expect(found).toEqual([]);
});

/** The pages of everything on the first page of a list. */
async function linksOf(page: Page, list: string): Promise<string[]> {
  await page.goto(`${home}/${list}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const links = page.locator(`a[href^="${home}/${list}/"]`);
  await links.first().waitFor();
  const all = await links.evaluateAll((every) => every.map((link) => link.getAttribute("href")));
  return [...new Set(all.flatMap((href) => href?.split(/[?#]/u)[0] ?? []))];
}

async function post(url: string, init: { body: BodyInit; headers?: Record<string, string> }) {
  const headers = { authorization: `Bearer ${keys.ingest}`, ...init.headers };
  const response = await fetch(url, { method: "POST", body: init.body, headers });
  const text = await response.text();
  answers.push(...scanText(`answer of ${url.split("?")[0]}`, text));
  return { status: response.status, text };
}

const postExport = (baseUrl: string, { path, type, body }: PlantedExport) =>
  post(baseUrl + path, { body, headers: type === undefined ? {} : { "content-type": type } });
