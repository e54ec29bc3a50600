import type { KeyedDigest } from "@/lib/ids";
import { allRules } from "./all-rules";
import { markOf } from "./mark";
import type { CallRedactor } from "./redact-call";
import { redactText, type Redacted } from "./redact-text";
import { NO_COUNTS } from "./rule";
import { compileRules } from "./rule-set";
import { compileNameRedaction, compileRedaction, type RedactionSettings } from "./settings";

/** No rule catches anything as short, but an own pattern might. */
const SHORT = 5;

const keyRules = compileRules(
  allRules.filter(({ id, family }) => family === "secret" || id === "email"),
);

/** Names of members and roles are few: so many are remembered. */
const MOST_KEYS = 1_000;

/** Everything that redacts by a workspace's settings. */
export function makeRedactor(settings: RedactionSettings, digest: KeyedDigest): CallRedactor {
  const { rules, keys } = compileRedaction(settings);
  const names = compileNameRedaction(settings, "names");
  const ids = compileNameRedaction(settings, "ids");
  const shortest = settings.own.length > 0 ? 1 : SHORT;
  const by = (set: typeof rules, atLeast: number) => (text: string) =>
    text.length < atLeast ? { text, counts: NO_COUNTS } : redactText(text, set, digest);
  return {
    text: by(rules, shortest),
    name: by(names, shortest),
    id: by(ids, shortest),
    key: remembered(by(keyRules, SHORT)),
    mark: (ruleId, value) => markOf(ruleId, value, digest),
    keys,
    digest,
    keepMedia: settings.keepMedia,
  };
}

function remembered(redact: (text: string) => Redacted): (text: string) => Redacted {
  const known = new Map<string, Redacted>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const redacted = redact(text);
    if (known.size >= MOST_KEYS) known.clear();
    known.set(text, redacted);
    return redacted;
  };
}
