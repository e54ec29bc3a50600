import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ForeignMessages } from "@/lib/formats/messages";

const value = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.constant(null),
  fc.nat(),
  fc.array(fc.dictionary(fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 })), {
    maxLength: 2,
  }),
);
const member = (name: string) => fc.oneof(fc.constant({}), fc.record({ [name]: value }));
/** Members in any order, of any kind. */
const message = fc
  .tuple(
    fc.record({ role: fc.oneof(fc.constantFrom("user", "tool"), value) }),
    fc.oneof(fc.record({ content: fc.string({ maxLength: 5 }) }), member("content")),
    member("tool_calls"),
    member("tool_call_id"),
    member("name"),
    fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, member("refusal")),
  )
  .chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length }))
  .map((parts): Record<string, unknown> => Object.assign({}, ...parts));

const read = (given: unknown) => {
  const result = ForeignMessages.safeParse(given);
  // as it would be stored: the order of members counts
  return result.success ? JSON.stringify(result.data) : z.flattenError(result.error).formErrors;
};

describe("a message that is read at a glance", () => {
  it("is read as the schema would, down to the order of its members", () => {
    fc.assert(
      fc.property(message, (one) => {
        // a member that says nothing is dropped, and takes the message to the schema
        expect(read([one])).toEqual(read([{ ...one, nothing: null }]));
      }),
      { numRuns: 1_000 },
    );
  });

  it("tells the place of what is no message", () => {
    const result = ForeignMessages.safeParse([{ role: "user", content: "a" }, { role: 1 }, 2]);
    expect(result.error?.issues.map(({ path }) => path)).toEqual([[1, "role"], [2]]);
  });
});
