import { expect, it } from "vitest";
import { redactExcerpt } from "./redact-excerpt";
import { testRedactor } from "./testing";

const shown = (text: string) => redactExcerpt(text, testRedactor.text);

it("shows no line out of the middle of a key", () => {
  const line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
  expect(shown(line)).toBe("(64 characters of base64)");
  expect(shown(` ${line.slice(0, 42)}==\r`)).toBe("(44 characters of base64)");
  expect(shown("not_a_key")).toBe("not_a_key");
});

it("finds what escapes and the NULs of another encoding hide", () => {
  expect(shown(String.raw`{"to": "ann\u0040example.org"`)).toMatch(/^\{"to": "\[email:\w{8}\]"/u);
  expect(shown("ann@example.org".split("").join("\0"))).toMatch(/^\[email:\w{8}\]$/u);
});
