import { decodeBase64 } from "@/lib/curation/redact/base64";
import { looksLikeCode } from "@/lib/curation/redact/looks-like-code";
import { isMark } from "@/lib/curation/redact/mark";
import type { Found, Rule } from "@/lib/curation/redact/rule";

/** What follows a name up to its value: closing quotes (also escaped), a colon or equals sign. */
const IS = String.raw`(?:\\{0,3}["'])?[ \t]{0,4}(?::=|=>|[:=])[ \t]{0,4}`;

const QUOTED = String.raw`\\{0,3}["'\x60](?<quoted>[^"'\x60\s\\]{4,400})(?=\\{0,3}["'\x60]|$)`;
const BARE = String.raw`(?<bare>[^\s"'\x60,;&<>(){}[\]|\\]{6,400})`;

/** Names that mean a secret, behind any prefix: `DB_PASSWORD`, `openai_api_key`, `clientSecret`. */
const SECRET_NAMES = [
  "password",
  "passwd",
  "passphrase",
  "secret",
  "secret_key",
  "secretkey",
  "secret_access_key",
  "secretaccesskey",
  "client_secret",
  "api_key",
  "api-key",
  "apikey",
  "access_key",
  "accesskey",
  "access_token",
  "accesstoken",
  "auth_token",
  "authtoken",
  "refresh_token",
  "refreshtoken",
  "private_key",
  "privatekey",
  "session_token",
  "sessiontoken",
] as const;

/** Secrets by the name in front of them, in any text: JSON, YAML, environment files, code. */
export const namedValues: readonly Rule[] = [
  {
    id: "named_secret",
    family: "secret",
    catches:
      'Values behind names such as password=, api_key:, "client_secret": (not variables, types, stand-ins)',
    words: SECRET_NAMES,
    pattern: new RegExp(
      `(?:pass(?:word|wd|phrase)|(?:client_)?secret(?:_?(?:access_?)?key)?|(?:api[_-]?|access_?|private_?)key|(?:access|auth|refresh|session)_?token)${IS}(?:${QUOTED}|${BARE})`,
      "iu",
    ),
    accept: isSecret,
  },
  {
    id: "auth_header",
    family: "secret",
    catches: "Credentials behind Authorization: Bearer, Basic or Token",
    words: ["bearer ", "basic ", "authorization"],
    pattern:
      /(?:bearer (?<bearer>[A-Za-z0-9._~+/=-]{16,4000})|basic (?<basic>[A-Za-z0-9+/]{12,400}={0,2})(?![A-Za-z0-9])|authorization\\{0,3}["']?[:=] {0,4}\\{0,3}["']?(?:token |apikey )(?<token>[A-Za-z0-9._~+/=-]{8,400}))/iu,
    accept: isCredential,
  },
];

/** Basic is base64 of user:password, the others look random. */
function isCredential({ value, before }: Found): boolean {
  if (/basic $/iu.test(before)) return /^[\x20-\x7e]*:[\x20-\x7e]*$/u.test(decodeBase64(value));
  return /\d/u.test(value) && /[A-Za-z]/u.test(value);
}

/** Quoted values need not look random; bare ones must, for code and prose are full of them. */
function isSecret({ value, before, after }: Found): boolean {
  if (looksLikeCode(value) || isMark(value)) return false;
  const isQuoted = /["'`]$/u.test(before) && /^\\{0,3}["'`]/u.test(after);
  const isWords = /^[A-Za-z]+(?:[_-][A-Za-z]+)*$/u.test(value);
  if (isWords && /test|dummy|fake|sample|secret|key|token|insecure/iu.test(value)) return false;
  if (isQuoted) return !isWords || value.length < 24;
  return /\d/u.test(value) && /[A-Za-z]/u.test(value) && !/^[a-z_]+\d?$/u.test(value);
}
