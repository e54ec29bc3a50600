import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, makeKey, makeWorkspace, test } from "@/e2e/owner";
import { addsUp, type Receipt } from "@/lib/imports/receipt";

const folder = process.env.ASSAY_REAL_TRACES ?? "";
const EXPORTS = "raw-langfuse-exports";

/** What the README of each folder counts. */
const COUNTS = [
  ["tau2-bench", 1126, 50],
  ["tau-bench-airline", 480, 40],
  ["mini-swe-agent", 400, 8],
  ["crewai", 701, 281],
  ["metagpt", 216, 0],
  [EXPORTS, 8, 4],
] as const;

const filesOf = (name: string): string[] =>
  name === EXPORTS
    ? readdirSync(join(folder, name))
        .filter((file) => file.endsWith(".json"))
        .map((file) => join(folder, name, file))
    : [join(folder, name, "calls.jsonl.gz")];

for (const [name, calls, traces] of COUNTS)
  test(`the real traces of ${name} come in whole, once`, async ({ page, baseURL }) => {
    test.skip(
      !existsSync(join(folder, name)),
      `skipped: ASSAY_REAL_TRACES names no folder that holds ${name}`,
    );
    const home = await makeWorkspace(page, `Real ${name}`);
    const key = await makeKey(page, home, "both");
    const headers = { authorization: `Bearer ${key}` };
    const send = async (path: string) => {
      const answer = await fetch(`${baseURL}/api/v1/imports?name=real`, {
        method: "POST",
        headers,
        body: Buffer.from(readFileSync(path)),
      });
      expect(answer.status, path).toBe(200);
      const receipt = (await answer.json()) as Receipt;
      expect(addsUp(receipt), path).toBe(true);
      expect(receipt.unparseable, path).toBe(0);
      return receipt;
    };
    const sendAll = async () => {
      const receipts: Receipt[] = [];
      for (const path of filesOf(name)) receipts.push(await send(path));
      const sum = (count: (receipt: Receipt) => number) =>
        receipts.reduce((total, receipt) => total + count(receipt), 0);
      return {
        calls: sum((one) => one.calls.new - one.merged_later),
        traces: sum((one) => one.traces),
      };
    };
    expect(await sendAll()).toEqual({ calls, traces });
    expect(await sendAll()).toEqual({ calls: 0, traces: 0 });
    const answer = await page.request.get(`${home}/calls.json`);
    expect(((await answer.json()) as { rows: unknown[] }).rows).toHaveLength(calls);
  });
