import { describe, expect, test } from "vitest";
import { collect, onlyRefusal, readText, values } from "@/lib/formats/testing";
import { MAX_DEPTH, MAX_RECORD_BYTES } from "@/lib/formats/raw-record";
import { readRecords } from "@/lib/formats/read-records";

const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === "number" ? [part] : [...new TextEncoder().encode(part)],
    ),
  );

describe("JSONL", () => {
  test("is read line by line, with LF and CRLF, blank lines left out", async () => {
    const records = await readText('{"a":1}\r\n\n  \n{"a":2}\n{"a":3}');
    expect(values(records)).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
    expect(records.map((record) => record.line)).toEqual([1, 4, 5]);
    expect(records.map((record) => record.ordinal)).toEqual([1, 2, 3]);
    expect(records.at(-1)?.bytesRead).toBe(28);
  });

  test("loses one line and no other when it is broken", async () => {
    const records = await readText('{"a":1}\n{"a" 2}\n{"a":3}\n');
    expect(values(records)).toEqual([{ a: 1 }, { a: 3 }]);
    expect(records[1]).toMatchObject({
      line: 2,
      refusal: 'not JSON: unexpected "2" at character 6 of the record',
      excerpt: '{"a" 2}',
    });
  });

  test("says so when the last line or a middle one breaks off", async () => {
    const [, middle, last] = await readText('{"a":1}\n{"a":\n{"a":3');
    expect(middle?.refusal).toContain("ends unfinished after 5 characters");
    expect(last?.refusal).toBe("the file ends inside a record");
  });

  test("keeps the lines behind a first line that breaks off", async () => {
    expect(values(await readText('{"a":\n{"b":1}\n{"b":2}\n'))).toEqual([{ b: 1 }, { b: 2 }]);
  });
});

describe("a JSON array", () => {
  test("is read element by element, pretty-printed or not", async () => {
    expect(values(await readText('[{"a":[1,{"b":2}]},{"c":"],["}]'))).toEqual([
      { a: [1, { b: 2 }] },
      { c: "],[" },
    ]);
    const pretty = await readText(JSON.stringify([{ a: 1 }, { b: [2, 3] }], null, 2));
    expect(values(pretty)).toEqual([{ a: 1 }, { b: [2, 3] }]);
    expect(pretty.map((record) => record.line)).toEqual([2, 5]);
  });

  test.each([
    ["a missing bracket", '[{"a":1},{"b":[1},{"c":2}]', [{ a: 1 }, { c: 2 }]],
    ["a missing brace", '[{"a":1},{"b":{"x":1},{"c":2}]', [{ a: 1 }, { c: 2 }]],
    ["an open string", '[{"a":1},\n{"b":"x},\n{"c":2}]', [{ a: 1 }, { c: 2 }]],
    ["a word", '[{"a":1}, nonsense, {"c":2}]', [{ a: 1 }, { c: 2 }]],
    ["a raw line end in text", '[{"a":1},\n{"b":"x\ny"},\n{"c":2}]', [{ a: 1 }, { c: 2 }]],
    ["a missing comma", '[{"a":1} {"c":2}]', [{ a: 1 }, { c: 2 }]],
  ])("finds its way again behind %s", async (_what, text, wanted) => {
    expect(values(await readText(text))).toEqual(wanted);
  });

  test("says so when it is never closed", async () => {
    const cut = await readText('[{"a":1},{"b":');
    expect(values(cut)).toEqual([{ a: 1 }]);
    expect(cut.at(-1)?.refusal).toBe("the file ends inside a record");
    const open = await readText('[{"a":1}');
    expect(values(open)).toEqual([{ a: 1 }]);
    expect(open.at(-1)?.refusal).toContain("before its list is closed");
  });

  test("may be empty, and may be followed by another", async () => {
    expect(await readText("[]")).toEqual([]);
    expect(values(await readText('[{"a":1}]\n[{"a":2}]'))).toEqual([{ a: 1 }, { a: 2 }]);
  });
});

describe("documents over several lines", () => {
  test("are one record each", async () => {
    const text = `${JSON.stringify({ a: { b: [1] } }, null, 2)}\n${JSON.stringify({ c: 2 }, null, 2)}\n`;
    const records = await readText(text);
    expect(values(records)).toEqual([{ a: { b: [1] } }, { c: 2 }]);
    expect(records.map((record) => record.line)).toEqual([1, 8]);
  });
});

describe("junk", () => {
  test("empty and blank files have no records", async () => {
    expect(await readText("")).toEqual([]);
    expect(await readText(" \n\r\n\t")).toEqual([]);
    expect(await collect(bytes(0xef, 0xbb, 0xbf))).toEqual([]);
  });

  test("a byte order mark is no part of the first record", async () => {
    expect(values(await collect(bytes(0xef, 0xbb, 0xbf, '{"a":1}\n')))).toEqual([{ a: 1 }]);
  });

  test("Latin-1 is refused by record, with the byte and what to do", async () => {
    const records = await collect(bytes('{"a":1}\n{"a":"caf', 0xe9, '"}\n{"a":3}\n'));
    expect(values(records)).toEqual([{ a: 1 }, { a: 3 }]);
    expect(records[1]).toMatchObject({
      refusal: "not UTF-8 at byte 10 of the record (18 of the file): save the file as UTF-8",
      excerpt: '{"a":"caf\\xe9"}',
    });
  });

  test("NUL and lone surrogates never come out, in keys neither", async () => {
    const records = await readText(
      '{"a\\u0000":"x\\u0000y\\ud800z","n":["\\udc00"],"ok":"😀\\ud83d\\ude00"}',
    );
    expect(values(records)).toEqual([{ "a\uFFFD": "x\uFFFDy\uFFFDz", n: ["\uFFFD"], ok: "😀😀" }]);
  });

  test("a raw NUL is refused and made visible", async () => {
    expect(onlyRefusal(await readText('{"a":"\0"}'))).toMatchObject({ excerpt: '{"a":"␀"}' });
  });

  test("of duplicate keys the last wins", async () => {
    expect(values(await readText('{"a":1,"a":2}'))).toEqual([{ a: 2 }]);
  });

  test.each([
    ["lines", (depth: number) => "[".repeat(depth) + "]".repeat(depth), '{"x":', "}"],
    ["an array", (depth: number) => '{"a":'.repeat(depth) + "1" + "}".repeat(depth), "[", "]"],
  ])("nesting is bounded in %s", async (_where, nest, before, after) => {
    const spare = before === "[" ? 0 : 1;
    expect(values(await readText(before + nest(MAX_DEPTH - spare) + after))).toHaveLength(1);
    for (const depth of [MAX_DEPTH + 1 - spare, 100_000, 2_000_000]) {
      const records = await readText(`${before}${nest(depth)}${after}\n{"after":1}`);
      expect(records[0]?.refusal).toContain("nested too deeply");
      expect(values(records)).toEqual([{ after: 1 }]);
    }
  });

  test.each(["", "["])("a 50 MB record is refused without being held (%j)", async (open) => {
    const piece = new Uint8Array(1024 * 1024).fill(120);
    async function* chunks() {
      yield new TextEncoder().encode(`${open}{"a":"`);
      for (let megabyte = 0; megabyte < 50; megabyte++) yield piece;
      yield new TextEncoder().encode(`"}${open ? "," : "\n"}{"b":1}${open ? "]" : ""}`);
    }
    const records = [];
    for await (const record of readRecords(chunks())) records.push(record);
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({ refusal: expect.stringContaining("32 MiB") });
    expect(values(records)).toEqual([{ b: 1 }]);
    expect(records[0]).toHaveProperty("excerpt.length", 200);
  });

  test("a record of just the limit is read", async () => {
    const text = `{"a":"${"x".repeat(MAX_RECORD_BYTES - 8)}"}`;
    expect(values(await readText(text))).toHaveLength(1);
  });

  test("CSV under another name is refused line by line", async () => {
    const records = await readText("step_type,prompt\nextract,hello\n");
    expect(records.map((record) => record.refusal !== undefined)).toEqual([true, true]);
  });
});
