import { formatCount } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { toWords } from "./to-words";

/**
 * What was done, by action, to follow a person's name. A word in braces is taken from the detail;
 * what a sentence says is not said again beside it.
 */
export const DEED_WORDS: Readonly<Record<string, string>> = {
  "api_key.create": "made the API key “{name}”",
  "api_key.revoke": "revoked the API key “{name}”",
  "codebook.rewrite": "changed codebook version {version}, which no label used",
  "codebook.save": "made codebook version {version}",
  "deletion.finish": "finished deleting {calls} calls",
  "draw.create": "made draw {number}, of {items} items",
  "draw.extend": "added {items} items to draw {number}",
  "draw.move": "let draw {number} ask by codebook version {version}",
  "human_facing.set": "said whether the {subject} {value} talks to people",
  "import.delete": "deleted an import with its {calls} calls",
  "import.finish": "finished an import of {records} records",
  "import.start": "began an import",
  "import_mapping.remove": "removed the mapping “{name}”",
  "import_mapping.save": "saved the mapping “{name}”",
  "invitation.create": "invited one {role}, for {days} days",
  "invitation.revoke": "revoked the invitation of one {role}",
  "item.skip": "skipped an item: {reason}",
  "item.unskip": "asked for {items} skipped items again",
  "label.import": "sent {lines} labels made elsewhere",
  "label.submit": "gave {count} labels",
  "member.change_role": "made {name} {to}, who was {from}",
  "member.join": "came in as {role}",
  "member.leave": "left, having been {role}",
  "member.remove": "removed {name}, who was {role}",
  "older.delete": "deleted {calls} calls from before {subject}",
  "price.add": "gave an own price for {model}",
  "price.retire": "retired the own price of {model}",
  "projection.keep": "kept projection {number}, “{name}”",
  "rater.rename": "renamed the external rater “{from}” to “{to}”",
  "sample.label": "filled the sample with the labels of {raters} raters",
  "trace.delete": "deleted a trace with its {calls} calls",
  "workspace.assumptions": "changed what savings assume",
  "workspace.create": "made the workspace “{name}”",
  "workspace.delete": "deleted the workspace “{name}”",
  "workspace.frontier": "changed which models count as frontier",
  "workspace.open_sample": "opened the sample workspace",
  "workspace.redaction": "changed what is redacted",
  "workspace.retention": "changed how long traces are kept",
  "workspace.scope": "changed what the audit looks at",
  "workspace.settings": "changed the settings",
};

type Deed = {
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** Whether a value can stand in a sentence. */
const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

/** Whole numbers are counts, and grouped as everywhere. */
const sayPlain = (value: string | number | boolean): string =>
  typeof value === "number" && Number.isInteger(value) ? formatCount(value) : String(value);

/** A deed as a sentence that lacks its doer: "made the API key “nightly”". */
export function sayDeed({ action, subject, detail }: Deed): string {
  const words = DEED_WORDS[action];
  if (words === undefined) return `did “${toWords(action.replace(".", " "))}”`;
  return words.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = detail[name] ?? (name === "subject" ? subject : null);
    return isPlain(value) ? sayPlain(value) : DASH;
  });
}

/** The names that the sentence of an action takes from its detail. */
const saidBy = (action: string): ReadonlySet<string> =>
  new Set([...(DEED_WORDS[action] ?? "").matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""));

/** What the sentence does not say, in short: `bar: 0.8 → 0.75 · min labels: 20 → 30`. */
export function sayRest({ action, detail }: Omit<Deed, "subject">): string {
  const said = saidBy(action);
  return Object.entries(detail)
    .filter(([name]) => !said.has(name))
    .flatMap(([name, value]) => {
      const text = sayValue(value);
      return text === null ? [] : [`${toWords(name)}: ${text}`];
    })
    .join(" · ");
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null for what tells a reader nothing: an id, or nothing at all. */
function sayValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (isPlain(value)) return UUID.test(String(value)) ? null : sayPlain(value);
  if (Array.isArray(value)) return sayList(value);
  if (typeof value === "object" && "from" in value && "to" in value) {
    return `${sayValue(value.from) ?? "none"} → ${sayValue(value.to) ?? "none"}`;
  }
  const count = Object.keys(value).length;
  return count === 0 ? null : `${count} ${count === 1 ? "entry" : "entries"}`;
}

const MOST_SAID = 5;

function sayList(values: readonly unknown[]): string | null {
  const said = values.map((value) => sayValue(value));
  const known = said.filter((one) => one !== null);
  if (values.length === 0) return "none";
  if (known.length < values.length) return String(values.length);
  const more = known.length - MOST_SAID;
  return known.slice(0, MOST_SAID).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
