import { z } from "zod";
import { boundPattern } from "./safe-pattern";
import type { Rule } from "./rule";

/** A pattern of a workspace. It is refused if it could run for long on some text. */
export const OwnPattern = z
  .object({
    name: z
      .string()
      .regex(
        /^[a-z][a-z0-9_]{1,30}$/u,
        "A name has 2 to 31 characters: small letters, digits, underscores, a letter first",
      ),
    pattern: z.string().min(1, "Write a pattern").max(200, "A pattern has at most 200 characters"),
    flags: z.enum(["", "i"]).default(""),
  })
  .superRefine(({ pattern, flags }, context) => {
    const bounded = boundPattern(pattern, flags);
    if (!bounded.ok) context.addIssue({ code: "custom", path: ["pattern"], message: bounded.why });
  });
export type OwnPattern = z.infer<typeof OwnPattern>;

/** The rule that an own pattern makes: looked for line by line. */
export function ownRule({ name, pattern, flags }: OwnPattern): Rule {
  const bounded = boundPattern(pattern, flags);
  if (!bounded.ok) throw new Error(`own pattern ${name}: ${bounded.why}`);
  return {
    id: name,
    family: "own",
    catches: `What ${pattern} matches`,
    near: "anything",
    pattern: new RegExp(bounded.source, `gu${flags}`),
  };
}
