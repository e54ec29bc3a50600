import type { Redacted } from "./redact-text";

/** How texts are redacted, and which names are redacted whole. */
export type Redactor = {
  text: (text: string) => Redacted;
  /** For names of members: secrets and emails, never own patterns. */
  key: (text: string) => Redacted;
  mark: (ruleId: string, value: string) => string;
  keys: ReadonlySet<string>;
};
