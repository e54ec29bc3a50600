import * as fc from "fast-check";
import { expect, it } from "vitest";
import { CallRecord } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import { messageDigest } from "@/lib/calls/message-digest";
import { testDigest } from "@/lib/curation/redact/testing";
import { examples } from "@/lib/formats/examples";
import { formats } from "@/lib/formats/registry";
import { contentIdOf } from "./content-id";

const records = formats.flatMap((format) =>
  (examples[format.id] ?? []).flatMap((example) => {
    const reading = format.read(example);
    return reading.kind === "call" ? [reading.call] : [];
  }),
);

/** As it is defined: of all that the record says beside its messages, and of the messages' names. */
function plainly({ messages, response, ...rest }: CallRecord): string {
  return testDigest(
    "content",
    canonicalJson(rest),
    messages && messages.map((message) => messageDigest(message, testDigest)).join(),
    response && messageDigest(response, testDigest),
  );
}

it("names a call by all that its record says, whatever the format", () => {
  expect(records.length).toBeGreaterThan(8);
  for (const record of records) expect(contentIdOf(record, testDigest)).toBe(plainly(record));
});

it("names it so with any texts in it, and however its settings are nested", () => {
  const [one] = records;
  const odd = fc.record({
    agent: fc.option(fc.string({ unit: "binary" })),
    error: fc.option(fc.string()),
    settings: fc.option(fc.dictionary(fc.string(), fc.jsonValue())),
  });
  fc.assert(
    fc.property(odd, (fields) => {
      const record = { ...CallRecord.parse(one), ...fields };
      expect(contentIdOf(record, testDigest)).toBe(plainly(record));
    }),
  );
});
