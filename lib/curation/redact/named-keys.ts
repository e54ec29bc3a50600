import { isMark } from "./mark";
import type { Rule } from "./rule";

/** The rule that names what was redacted for its name alone. */
export const NAMED = "named_secret";

/** Members of JSON whose whole text is redacted, whatever it says. */
export const DEFAULT_KEYS = [
  "password",
  "passwd",
  "pwd",
  "passphrase",
  "secret",
  "client_secret",
  "api_key",
  "x_api_key",
  "access_token",
  "refresh_token",
  "id_token",
  "auth_token",
  "authorization",
  "proxy_authorization",
  "cookie",
  "set_cookie",
  "private_key",
  "ssn",
  "social_security_number",
  "card_number",
  "credit_card_number",
  "cvv",
  "cvc",
] as const;

/** The name at the end of what stands in front of a value. */
const KEY_BEFORE = /["']([\p{L}\p{N}_\- ]{2,40})\\{0,7}["'][ \t]{0,4}:[ \t]{0,4}\\{0,7}["']?$/u;

/** `apiKey`, `API-Key` and `api_key` are one name. */
export const plainKey = (key: string): string => key.replace(/[_\-\s]/gu, "").toLowerCase();

/**
 * The same for JSON that is only a part of a text, or broken: a quoted name, a colon, and a quoted
 * text or a number behind it.
 */
export function namedKeyRule(keys: readonly string[]): Rule {
  const words = keys.flatMap((key) => {
    const parts = key
      .toLowerCase()
      .split(/[_\-\s]+/u)
      .filter(Boolean);
    return [parts.join("_"), parts.join("-"), parts.join("")];
  });
  const unique = [...new Set(words)].toSorted((a, b) => b.length - a.length);
  const plain = new Set(keys.map(plainKey));
  return {
    id: NAMED,
    family: "secret",
    catches: "Texts behind the quoted names that are always redacted",
    words: unique,
    pattern: new RegExp(
      String.raw`(?<=["'])[\p{L}\p{N}_\- ]{2,40}(?:["'][ \t]{0,4}:[ \t]{0,4}(?:"(?<double>(?:[^"\\\n]|\\.){1,4000})|'(?<single>(?:[^'\\\n]|\\.){1,4000})|(?<number>\d[\d.-]{2,30}))|\\{1,7}"[ \t]{0,4}:[ \t]{0,4}\\{1,7}"(?<escaped>(?:[^"\\\n]|\\[^"\\\n]){1,4000}))`,
      "iu",
    ),
    accept: ({ value, before }) =>
      !isMark(value) && plain.has(plainKey(KEY_BEFORE.exec(before)?.[1] ?? "")),
  };
}
