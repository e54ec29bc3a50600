import { allRules } from "./all-rules";
import { FAMILIES, type Family } from "./rule";

export type ListedRule = { id: string; catches: string };

/** The product's rules for people, by family: rules of one id are one switch. */
export function listRules(): { family: Family; rules: ListedRule[] }[] {
  return FAMILIES.map((family) => {
    const caught = new Map<string, string[]>();
    for (const rule of allRules.filter((one) => one.family === family)) {
      caught.set(rule.id, [...(caught.get(rule.id) ?? []), rule.catches]);
    }
    const rules = [...caught].map(([id, catches]) => ({ id, catches: catches.join(". ") }));
    return { family, rules };
  }).filter(({ rules }) => rules.length > 0);
}
