import { describe, expect, test } from "vitest";
import { sniffRefusal } from "@/lib/formats/sniff";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean) =>
  new Uint8Array([
    ...(mark ? [0xff, 0xfe] : []),
    ...[...text].flatMap((char) => [char.charCodeAt(0), 0]),
  ]);
const message = (head: Uint8Array) => sniffRefusal(head)?.message;

describe("a file's beginning", () => {
  test.each([
    '{"a":1}\n',
    '[{"a":1}]',
    '\uFEFF{"a":1}',
    '\n\n{\n"a": 1',
    '# note\n{"a":1}\n',
    '{"a":"é€😀"',
  ])("may be %j", (text) => expect(sniffRefusal(utf8(text))).toBeNull());

  test.each([
    ["nothing", utf8(""), "is empty"],
    ["blanks", utf8("\n \t"), "nothing but blanks"],
    ["PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), "PNG image"],
    ["ZIP", utf8("PK\x03\x04rest"), "ZIP archive"],
    ["Parquet", utf8("PAR1\x15\x00"), "Parquet"],
    ["PDF", utf8("%PDF-1.7"), "PDF"],
    ["SQLite", utf8("SQLite format 3\0"), "SQLite"],
    ["gzip twice", new Uint8Array([0x1f, 0x8b, 8]), "gzip more than once"],
    ["UTF-16", utf16('{"a":1}', true), "save it as UTF-8"],
    ["UTF-16 without a mark", utf16('{"a":1}', false), "save it as UTF-8"],
    ["bytes", new Uint8Array(300).map((_, at) => at % 256).subarray(1), "binary"],
    ["CSV", utf8("step_type,prompt,response\nextract,a,b\n"), "looks like CSV"],
    ["TSV", utf8("step_type\tprompt\nextract\ta\n"), "tab-separated"],
    ["a web page", utf8("<!DOCTYPE html><html>"), "web page"],
    ["XML", utf8("<?xml version='1.0'?><a/>"), "XML"],
    ["prose", utf8("Dear team\nhere is the file\n"), "starts with { or ["],
  ])("is refused when it is %s", (_what, head, wanted) => {
    expect(message(head)).toContain(wanted);
  });
});
