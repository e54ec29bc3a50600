import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "@/lib/csv/csv-line";
import { collectCsv } from "@/lib/tabular/testing";

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => collectCsv(utf8(text));
const values = async (text: string) =>
  (await read(text)).map((record) =>
    record.refusal === undefined ? record.value : record.refusal,
  );

describe("a table in text", () => {
  test.each([
    ["commas", "prompt,response\na,b\n"],
    ["semicolons and a byte order mark", "\uFEFFprompt;response\r\na;b\r\n"],
    ["tabs", "prompt\tresponse\na\tb"],
    ["bars", "prompt|response\na|b"],
    ["a line that names the delimiter", "sep=;\r\nprompt;response\r\na;b"],
    ["quotes everywhere", '"prompt","response"\r\n"a","b"\r\n'],
    ["blank lines", "\n\nprompt,response\n\na,b\n\n"],
    ["old line ends", "prompt,response\ra,b\r"],
    ["blanks behind quotes", '"prompt" ,"response"\n"a" ,"b" \n'],
  ])("with %s is read", async (_what, text) => {
    expect(await values(text)).toEqual([{ prompt: "a", response: "b" }]);
  });

  test("holds delimiters, quotes and line ends inside quotes, and keeps the line numbers right", async () => {
    const text = 'prompt,response\r\n"a,\r\nb\n","say ""hi"""\r\nc,d\r\n';
    const [first, second] = await read(text);
    expect(first).toMatchObject({
      ordinal: 1,
      line: 2,
      value: { prompt: "a,\r\nb\n", response: 'say "hi"' },
    });
    expect(second).toMatchObject({ ordinal: 2, line: 5, bytesRead: text.length });
  });

  test("opens JSON where it is no text of the model, and reads known columns leniently", async () => {
    const messages = JSON.stringify([{ role: "user", content: "Grüße 😀" }]);
    const row = {
      messages,
      tools: '["f"]',
      response: '{"total": 3}',
      input_tokens: "12.0",
      correct: "Yes",
      started_at: "1790000001",
      temperature: "NaN",
      "usage.prompt_tokens": "7",
      note: "'=1+1",
    };
    const text = csvLine(Object.keys(row)) + csvLine(Object.values(row)).replace("''", "'");
    expect(await values(text)).toEqual([
      {
        messages: [{ role: "user", content: "Grüße 😀" }],
        tools: ["f"],
        response: '{"total": 3}',
        input_tokens: 12,
        correct: true,
        started_at: "2026-09-21T14:13:21.000Z",
        temperature: null,
        usage: { prompt_tokens: 7 },
        note: "=1+1",
      },
    ]);
  });

  test("opens answers of providers, and leaves broken JSON as text", async () => {
    const text = csvLine(["request", "response"]) + csvLine(['{"a":', '{"choices":[]}']);
    expect(await values(text)).toEqual([{ request: '{"a":', response: { choices: [] } }]);
  });

  test("refuses by itself a row that does not fit, with its line", async () => {
    const found = await read("a,b\n1,2\n1\n1,2,3\n\n3,4\n");
    expect(found.map(({ line, refusal }) => [line, refusal])).toEqual([
      [2, undefined],
      [3, "the row has 1 cell, the header has 2"],
      [4, "the row has 3 cells, the header has 2"],
      [6, undefined],
    ]);
    expect(found[2]).toMatchObject({ excerpt: "1,2,3␊" });
  });

  test("refuses by itself a row that is not UTF-8", async () => {
    const found = await collectCsv(new Uint8Array([...utf8("a,b\n1,"), 0xe9, ...utf8("\n3,4\n")]));
    expect(found.map((record) => record.refusal)).toEqual([
      'not UTF-8 in the column "b": save the file as UTF-8',
      undefined,
    ]);
  });

  test("says what an open quote swallows", async () => {
    expect(await values('a,b\n1,2\n3,"4\n5,6\n')).toEqual([
      { a: "1", b: "2" },
      "a quote is opened and never closed: lines 3 to 4 cannot be read",
    ]);
    expect((await values('a,b\n1,"2"x"\n3,4\n'))[0]).toMatch(/behind its closing quote/);
  });

  test("refuses a header that cannot be used", async () => {
    await expect(read("a,a\n1,2\n")).rejects.toThrow('two columns of the name "a"');
    await expect(read("just text\nand more\n")).rejects.toThrow("no table");
    expect(await values(",b\n1,2\n")).toEqual([{ "column 1": "1", b: "2" }]);
  });

  test("never sets what an object inherits from", async () => {
    const [record] = await values("__proto__,a.__proto__.b\n1,2\n");
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["b"]).toBeUndefined();
  });
});

describe("reading a table", () => {
  const cell = fc.string({
    unit: fc.constantFrom(..."ab1é😀\"',;\t\n\r={[ "),
    maxLength: 8,
  });

  test("gives back what was written", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const lines = rows.map((row) => csvLine(row.map((text) => `x${text}x`)));
          const found = await values(csvLine(["one", "two"]) + lines.join(""));
          expect(found).toEqual(rows.map(([one, two]) => ({ one: `x${one}x`, two: `x${two}x` })));
        },
      ),
    );
  });

  test("does not depend on how the bytes are cut into chunks", async () => {
    const rubbish = fc.string({ unit: fc.constantFrom(...'ab,"\n\ré'), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        rubbish,
        fc.nat(3),
        fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 12 }),
        async (tail, padding, sizes) => {
          const rows = Array.from({ length: 2_500 }, (_, at) => csvLine([`r ${at}`, 'say "é"\n,']));
          const bytes = utf8(
            csvLine(["one", "two"]) + "y,z\n".repeat(padding) + rows.join("") + tail,
          );
          expect(await collectCsv(bytes, sizes)).toEqual(await collectCsv(bytes));
        },
      ),
      { numRuns: 25 },
    );
  });

  test("settles whatever it is given", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'ab,;"\n\r\té{[ '), maxLength: 60 }),
        async (text) => {
          for (const record of await read(`one,two\n${"a,b\n".repeat(60)}${text}`)) {
            if (record.refusal !== undefined) expect(record.refusal).not.toBe("");
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
