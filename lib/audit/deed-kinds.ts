/** What deeds are about, for the filter of the log: the nouns of their actions. */
export const DEED_KINDS = [
  { id: "people", name: "People", nouns: ["member", "invitation", "rater"] },
  {
    id: "data",
    name: "Imports and deletion",
    nouns: ["import", "import_mapping", "trace", "older", "deletion"],
  },
  {
    id: "labelling",
    name: "Labelling",
    nouns: ["label", "item", "draw", "codebook", "assignment", "adjudication", "sample"],
  },
  {
    id: "settings",
    name: "Settings and keys",
    nouns: ["workspace", "api_key", "rule", "human_facing"],
  },
  { id: "savings", name: "Prices and savings", nouns: ["price", "projection", "assumptions"] },
  { id: "routing", name: "Clusters and routing", nouns: ["cluster", "decision", "release"] },
] as const;

export type DeedKind = (typeof DEED_KINDS)[number]["id"];

/** The noun of an action: `api_key` of `api_key.create`. */
export const nounOf = (action: string): string => action.split(".")[0] ?? action;
