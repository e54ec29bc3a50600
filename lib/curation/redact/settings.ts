import { z } from "zod";
import { allRules } from "./all-rules";
import { DEFAULT_KEYS, namedKeyRule, plainKey } from "./named-keys";
import { OwnPattern, ownRule } from "./own-pattern";
import type { Rule } from "./rule";
import { compileRules, type RuleSet } from "./rule-set";

const KNOWN = new Set(allRules.map((rule) => rule.id));

/** What a workspace has set for redaction. By default every rule is on. */
export const RedactionSettings = z.object({
  /** Ids of rules that are switched off. Ids of a later version are kept, and have no effect. */
  off: z.array(z.string().max(40)).max(100).default([]),
  own: z.array(OwnPattern).max(20, "At most 20 own patterns").default([]),
  /** Names of JSON members whose whole text is redacted. */
  keys: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[\p{L}][\p{L}\p{N}_\- ]{1,39}$/u, "A name has 2 to 40 letters, digits, - or _"),
    )
    .max(100, "At most 100 names")
    .default([...DEFAULT_KEYS]),
  /** Whether the bytes of images, audio and files are kept; else only their type, size and digest. */
  keepMedia: z.boolean().default(false),
});
export type RedactionSettings = z.infer<typeof RedactionSettings>;

/** Settings as a person sends them: names of own patterns are their own. */
export const RedactionSettingsInput = RedactionSettings.superRefine(({ own }, context) => {
  const names = own.map(({ name }) => name);
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) === i && !KNOWN.has(name)) continue;
    context.addIssue({
      code: "custom",
      path: ["own", i, "name"],
      message: `There is already a rule named ${name}`,
    });
  }
});

/** Settings made ready to redact by. */
export type Redaction = { rules: RuleSet; keys: ReadonlySet<string> };

export function compileRedaction(settings: RedactionSettings): Redaction {
  const off = new Set(settings.off);
  const kept = allRules.filter((rule) => !off.has(rule.id));
  const named = settings.keys.length > 0 ? [namedKeyRule(settings.keys)] : [];
  return {
    rules: compileRules([...settings.own.map(ownRule), ...kept, ...named]),
    keys: new Set(settings.keys.map(plainKey)),
  };
}

/** Names of steps, agents and people: all but addresses of machines, which they are often made of. */
const OF_NAMES: readonly Rule["family"][] = ["secret", "contact", "payment", "national id"];
/** Ids are digits, in which a rule might see a card; but some are made of an address or a number. */
const OF_IDS: readonly Rule["family"][] = ["secret", "contact"];

/** For names, and for ids: fewer rules than for texts, and own patterns. */
export function compileNameRedaction(settings: RedactionSettings, what: "names" | "ids"): RuleSet {
  const families = what === "names" ? OF_NAMES : OF_IDS;
  const off = new Set(settings.off);
  const kept = allRules.filter(({ id, family }) => !off.has(id) && families.includes(family));
  return compileRules([...settings.own.map(ownRule), ...kept]);
}
