import { describe, expect, test } from "vitest";
import { sniffContainer } from "@/lib/formats/container";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean) =>
  new Uint8Array([
    ...(mark ? [0xff, 0xfe] : []),
    ...[...text].flatMap((char) => [char.charCodeAt(0), 0]),
  ]);
const message = (head: Uint8Array) => {
  const sniffed = sniffContainer(head);
  return sniffed.ok ? sniffed.value : sniffed.message;
};

describe("a file's beginning", () => {
  test.each([
    '{"a":1}\n',
    '[{"a":1}]',
    '\uFEFF{"a":1}',
    '\n\n{\n"a": 1',
    '# note\n{"a":1}\n',
    '{"a":"é€😀"',
    'foo,bar\n{"a":1,"b":2}\n{"a":1,"b":3}\n',
  ])("is JSON when it is %j", (text) => expect(message(utf8(text))).toBe("json"));

  test.each([
    "step_type,prompt,response\nextract,a,b\n",
    "\uFEFFstep_type;prompt\r\nextract;a\r\n",
    "step_type\tprompt\nextract\ta\n",
    'id,messages\n1,"[{""role"": ""user"",\n""content"": ""a""}]"\n',
    "sep=;\nprompt;response\na;b\n",
    "prompt,response",
  ])("is a table when it is %j", (text) => expect(message(utf8(text))).toBe("csv"));

  test("is Parquet by its mark", () => expect(message(utf8("PAR1\x15\x00"))).toBe("parquet"));

  test.each([
    ["nothing", utf8(""), "is empty"],
    ["blanks", utf8("\n \t"), "nothing but blanks"],
    ["PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), "PNG image"],
    ["ZIP", utf8("PK\x03\x04rest"), "ZIP archive"],
    ["PDF", utf8("%PDF-1.7"), "PDF"],
    ["SQLite", utf8("SQLite format 3\0"), "SQLite"],
    ["gzip twice", new Uint8Array([0x1f, 0x8b, 8]), "gzip more than once"],
    ["UTF-16", utf16('{"a":1}', true), "save it as UTF-8"],
    ["UTF-16 without a mark", utf16('{"a":1}', false), "save it as UTF-8"],
    ["bytes", new Uint8Array(300).map((_, at) => at % 256).subarray(1), "binary"],
    ["a web page", utf8("<!DOCTYPE html><html>"), "web page"],
    ["XML", utf8("<?xml version='1.0'?><a/>"), "XML"],
    ["prose", utf8("Dear team\nhere is the file\n"), "starts with { or ["],
  ])("is refused when it is %s", (_what, head, wanted) => {
    expect(message(head)).toContain(wanted);
  });
});
