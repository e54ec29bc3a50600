import { createReadStream } from "node:fs";
import { inflate } from "@/lib/server/imports/inflate";
import { makeRedactor } from "@/lib/curation/redact/make-redactor";
import { redactString } from "@/lib/curation/redact/redact-string";
import { addCounts, NO_COUNTS } from "@/lib/curation/redact/rule";
import { RedactionSettings } from "@/lib/curation/redact/settings";
import { readRecords } from "@/lib/formats/read-records";
import { makeKeyedDigest } from "@/lib/server/digest";

// npx tsx lib/server/curation/measure-redaction.ts <file.jsonl[.gz]...>
// Prints how often each rule strikes in the distinct texts of the files, how fast, and for each
// rule some places with what stands around them, for a person to judge. Stores nothing.

const SAMPLES = 8;

/** Every distinct text of a JSON value. */
function gatherTexts(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value);
  else if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) gatherTexts(member, into);
  }
}

async function readTexts(paths: readonly string[]): Promise<Set<string>> {
  const texts = new Set<string>();
  for (const path of paths) {
    const records = readRecords(inflate(chunksOf(path)));
    for await (const record of records) {
      if (record.refusal === undefined) gatherTexts(record.value, texts);
    }
  }
  return texts;
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
}

/** Where a text was changed: what stood there, found by walking both texts side by side. */
function* changesOf(before: string, after: string): Generator<[rule: string, shown: string]> {
  const marks = [...after.matchAll(/\[([a-z0-9_]+):[0-9a-hjkmnp-tv-z]{8}\]/gu)];
  let [at, seen] = [0, 0];
  for (const mark of marks) {
    at += mark.index - seen;
    seen = mark.index + mark[0].length;
    const next = after.slice(seen, seen + 12);
    const end = next === "" ? before.length : before.indexOf(next, at);
    const to = end < 0 ? at + 40 : end;
    const context = `${before.slice(Math.max(0, at - 24), at)}⟦${before.slice(at, to)}⟧`;
    yield [mark[1] ?? "", JSON.stringify(context + before.slice(to, to + 16))];
    at = to;
  }
}

const texts = await readTexts(process.argv.slice(2));
const by = makeRedactor(RedactionSettings.parse({}), makeKeyedDigest("only to measure"));
const samples = new Map<string, Set<string>>();
let [counts, characters, changed] = [NO_COUNTS, 0, 0];
const start = process.cpuUsage().user;
const outcomes = Array.from(texts, (text) => {
  const redacted = redactString(text, by);
  counts = addCounts(counts, redacted.counts);
  characters += text.length;
  return [text, redacted.text] as const;
});
const seconds = (process.cpuUsage().user - start) / 1e6;
for (const [before, after] of outcomes) {
  if (before === after) continue;
  changed += 1;
  for (const [rule, shown] of changesOf(before, after)) {
    const kept = samples.get(rule) ?? new Set();
    if (kept.size < SAMPLES) kept.add(shown);
    samples.set(rule, kept);
  }
}
const rate = (characters / 1e6 / seconds).toFixed(0);
console.log(`${texts.size} texts, ${characters} characters, ${changed} changed, ${rate} MB/s`);
for (const [rule, count] of Object.entries(counts)) {
  console.log(`\n${rule}: ${count}`);
  for (const shown of samples.get(rule) ?? []) console.log(`  ${shown}`);
}
