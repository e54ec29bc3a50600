import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { createGunzip } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CallRecord } from "@/lib/calls/call";
import { conversationNodes } from "@/lib/calls/conversation";
import { actOf } from "@/lib/clustering/act";
import { routeKeyOf } from "@/lib/clustering/route-key";
import { detectFormat } from "@/lib/formats/detect";
import { readRecords } from "@/lib/formats/read-records";
import type { KeyedDigest } from "@/lib/ids";

const folder = process.env["ASSAY_REAL_TRACES"] ?? "";
const digest: KeyedDigest = (...parts) => {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return hash.slice(0, 32);
};

type Expected = {
  records: number;
  /** At most so many route keys: the templates of the agents, not their runs. */
  routeKeys: number;
  /** At most this share of all messages becomes nodes. */
  nodeShare: number;
};

const sources: Record<string, Expected> = {
  "tau2-bench": { records: 1126, routeKeys: 5, nodeShare: 0.13 },
  "tau-bench-airline": { records: 480, routeKeys: 1, nodeShare: 0.25 },
  "mini-swe-agent": { records: 400, routeKeys: 1, nodeShare: 0.05 },
  crewai: { records: 701, routeKeys: 150, nodeShare: 1 },
  metagpt: { records: 216, routeKeys: 110, nodeShare: 1 },
};

/** What became of one source, counted. */
async function account(path: string) {
  const values: unknown[] = [];
  const stream = createReadStream(path).pipe(createGunzip());
  for await (const record of readRecords(stream)) {
    expect(record.refusal).toBeUndefined();
    if (record.refusal === undefined) values.push(record.value);
  }
  const format = detectFormat(values);
  if (!format.ok) throw new Error(format.message);
  const readings = values.map((value) => format.value.read(value));
  const refused = readings.flatMap((reading) => (reading.kind === "call" ? [] : [reading.reason]));
  expect(refused).toEqual([]);
  const calls = readings.flatMap((reading) => (reading.kind === "call" ? [reading.call] : []));
  const nodes = new Set<string>();
  let [messages, shared] = [0, 0];
  const answers = new Set<string>();
  for (const call of calls) {
    const scope = call.traceId ?? "import";
    const tree = conversationNodes(call.messages, call.response, scope, digest);
    messages += tree.nodes.length;
    for (const node of tree.nodes) nodes.add(node.id);
    if (tree.responseId !== null) answers.add(tree.responseId);
  }
  for (const call of calls) {
    const tree = conversationNodes(call.messages, null, call.traceId ?? "import", digest);
    for (const { id } of tree.nodes) if (answers.delete(id)) shared++;
  }
  const keys = new Set(calls.map((call) => routeKeyOf(call, digest).routeKey));
  const acts = new Set(calls.map(actOf));
  return { values, calls, keys, acts, nodes: nodes.size, messages, shared };
}

describe.skipIf(folder === "")("real traces (ASSAY_REAL_TRACES names their folder)", () => {
  test.each(Object.entries(sources))("%s reads as calls and nothing else", async (name, wanted) => {
    const path = join(folder, name, "calls.jsonl.gz");
    expect(existsSync(path)).toBe(true);
    const found = await account(path);
    if (process.env["ASSAY_REAL_TRACES_SHOW"]) show(name, found);
    expect(found.calls).toHaveLength(wanted.records);
    for (const call of found.calls) CallRecord.parse(call);
    expect(found.keys.size).toBeLessThanOrEqual(wanted.routeKeys);
    expect(found.nodes / found.messages).toBeLessThanOrEqual(wanted.nodeShare);
  });
});

function show(name: string, found: Awaited<ReturnType<typeof account>>) {
  const { keys, acts, nodes, messages, shared } = found;
  console.log(name, found.calls.length, {
    keys: keys.size,
    acts: acts.size,
    nodes,
    messages,
    shared,
  });
  console.log([...keys].slice(0, 200), [...acts]);
}
