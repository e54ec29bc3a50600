import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseText } from "@/lib/formats/parse-text";
import { SharedMessages } from "@/lib/formats/shared-messages";

const user = (content: unknown) => ({ role: "user", content });
const [a, b, c] = [user("a".repeat(80)), user('b "quoted" \\'), user(["c", { text: "]}," }])];

/** What is read of the texts one after the other: the value, too deep, or no JSON. */
function readAll(parse: (text: string) => unknown, texts: readonly string[]): unknown[] {
  return texts.map((text) => {
    try {
      return parse(text);
    } catch {
      return "no JSON";
    }
  });
}

const asShared = (texts: readonly string[]) => readAll(new SharedMessages().parse, texts);
const asPlain = (texts: readonly string[]) => readAll(parseText, texts);

describe("messages that records share", () => {
  it("are the same objects in both, also when other records come between", () => {
    const { parse } = new SharedMessages();
    const read = (messages: unknown[], extra: object = {}) => {
      const parsed = parse(JSON.stringify({ ...extra, messages, response: "x" }));
      const { value } = parsed ?? { value: { messages: [] } };
      return (value as { messages: unknown[] }).messages;
    };
    read([a]);
    const second = read([a, b]);
    read([c, a]);
    const third = read([a, b, c], { id: "another" });
    expect(third).toEqual([a, b, c]);
    expect(third[0]).toBe(second[0]);
    const shorter = read([a, c]);
    expect(shorter).toEqual([a, c]);
    expect(shorter[0]).toBe(third[0]);
  });

  it.each([
    ["a comma before the end", `{"messages":[${JSON.stringify(a)},]}`],
    ["nothing behind them", `{"messages":[${JSON.stringify(a)}`],
    ["the name twice", `{"messages":[${JSON.stringify(a)},1],"messages":[2]}`],
    ["a list that is deep inside", `{"x":[[{"messages":[${JSON.stringify(a)},3]}]]}`],
    ["the stand-in", `{"messages":[${JSON.stringify(a)},"\\uE000"],"x":"\uE000"}`],
    ["a name in a text", JSON.stringify({ x: `"messages":[${JSON.stringify(a)}]`, messages: [a] })],
    ["a name that ends alike", `{"\\"messages":[${JSON.stringify(a)}],"messages":[4]}`],
    ["unfit characters", `{"messages":[${JSON.stringify(a)},"\\u0000"],"\\ud800":1}`],
    ["white space", `{"messages" : [ ${JSON.stringify(a)} , ${JSON.stringify(b)} ] }`],
    ["too many levels", `{"messages":[${JSON.stringify(a)},${"[".repeat(256)}${"]".repeat(256)}]}`],
  ])("are read as in the whole text with %s", (_, text) => {
    const before = JSON.stringify({ messages: [a, b] });
    const spaced = `{"messages":[ ${JSON.stringify(a)} , 1]}`;
    const texts = [before, text, before, spaced, text, text];
    expect(asShared(texts)).toEqual(asPlain(texts));
  });

  it("are read as in the whole texts, whatever the texts", () => {
    const message = fc.oneof(fc.constantFrom(a, b, c), fc.jsonValue({ maxDepth: 2 }));
    const body = fc.record({ messages: fc.array(message), x: fc.jsonValue({ maxDepth: 1 }) });
    const record = fc.oneof(
      body,
      fc.record({ request: body }),
      fc.record({ first: fc.constant(1), body }),
    );
    const cut = fc
      .tuple(record, fc.nat(), fc.constantFrom("", ",", "]", '"', "\\"))
      .map(([value, at, put]) => {
        const text = JSON.stringify(value);
        const place = at % text.length;
        return text.slice(0, place) + put + text.slice(place + 1);
      });
    const text = fc.oneof({ weight: 4, arbitrary: record.map((r) => JSON.stringify(r)) }, cut);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        expect(asShared(texts)).toEqual(asPlain(texts));
      }),
    );
  });
});
