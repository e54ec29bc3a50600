import { digitsOf } from "@/lib/curation/redact/checksums";
import type { Acceptance, Found, Rule } from "@/lib/curation/redact/rule";
import { NUMBER_END } from "@/lib/curation/redact/boundaries";

/** Endings that name a file or a member of a program, never a mailbox. */
const NO_DOMAIN =
  /^(?:png|jpe?g|gif|svg|webp|ico|css|js|mjs|cjs|jsx|ts|tsx|py|rb|rs|go|java|json|ya?ml|toml|html?|txt|md|pdf|csv|sh|so|dll|exe|zip|gz|tar|lock|log)$/iu;

/** ITU-T E.164 country codes. */
const COUNTRY_CODE =
  /^(?:1[2-9]|7|2[07]|2[1-69]\d|3[0-469]|3[578]\d|4[013-9]|42\d|5[1-8]|5[09]\d|6[0-6]|6[789]\d|8[1246]|8[0578]\d|9[0-58]|9[679]\d)/u;

const BEFORE_PHONE = String.raw`(?:(?<![A-Za-z0-9_.\-/#+]|\d[ ,])|(?<=\\[nrtbf]))`;

/** How people are reached. */
export const contacts: readonly Rule[] = [
  {
    id: "email",
    family: "contact",
    catches: "Email addresses",
    near: "at sign",
    pattern: /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{3,253}/gu,
    accept: cutEmail,
    same: (value) => value.toLowerCase(),
  },
  {
    id: "phone",
    family: "contact",
    catches: "Phone numbers in international form (+31 6 1234 5678)",
    near: "digits",
    pattern: new RegExp(
      String.raw`(?:(?<![A-Za-z0-9_.\-/#+])|(?<=\\[nrtbf]))(?:\+\(?[1-9](?:[ .()\/-]{0,2}\d){7,14}|00[1-9]\d{0,2}[ -]\d(?:[ -]?\d){6,11})${NUMBER_END}`,
      "gu",
    ),
    accept: ({ value }) => COUNTRY_CODE.test(digitsOf(value).replace(/^00/u, "")),
    same: (value) => digitsOf(value).replace(/^00/u, ""),
  },
  {
    id: "phone",
    family: "contact",
    catches:
      "Phone numbers in a clear national form: (415) 555-2671, 415-555-2671, 01 23 45 67 89, 020 7946 0958",
    near: "digits",
    pattern: new RegExp(
      String.raw`${BEFORE_PHONE}(?:(?:1[ .-])?(?:\([2-9]\d{2}\) ?\d{3}-\d{4}|[2-9]\d{2}-\d{3}-\d{4}|[2-9]\d{2}\.[2-9]\d{2}\.\d{4})|0[1-9](?:[ .]\d{2}){4}|0(?:20 \d{4} \d{4}|1\d{2,3} \d{3} ?\d{3,4}|7\d{3} \d{3} ?\d{3}))${NUMBER_END}`,
      "gu",
    ),
    same: digitsOf,
  },
  {
    id: "phone",
    family: "contact",
    catches: "Numbers of 7 to 15 digits behind phone, mobile, tel, fax or WhatsApp",
    words: ["phone", "mobile", "telephone", "whatsapp", "tel:", "tel.", "fax"],
    pattern:
      /(?:phone|mobile|telephone|whatsapp|tel|fax)(?:[_ -]?(?:number|no|nr|num))?\.?\\{0,3}["']?[ \t]{0,2}(?:[:=]| is )[ \t]{0,2}\\{0,3}["']?(?<value>[+(]?\d(?:[ .()-]{0,2}\d){6,14})(?![A-Za-z0-9_])/iu,
    same: digitsOf,
  },
];

function cutEmail({ value, before }: Found): Acceptance {
  const at = value.indexOf("@");
  let from = /^[._%+'-]*/u.exec(value)?.[0].length ?? 0;
  if (/(?:^|[^\\])(?:\\\\)*\\$/u.test(before))
    from += /^(?:u[0-9a-f]{4}|[nrtbf])?/u.exec(value)?.[0].length ?? 0;
  const domain = /^(?:[\p{L}\p{N}-]{1,63}\.){1,12}(?<top>\p{L}{2,24})(?![\p{L}\p{N}])/u.exec(
    value.slice(at + 1),
  );
  if (!/\p{L}|\d{4}/u.test(value.slice(from, at)) || /[.-]$/u.test(value.slice(from, at)))
    return false;
  if (!domain || from >= at || NO_DOMAIN.test(domain.groups?.["top"] ?? "")) return false;
  // git@host is how repositories are addressed, by everyone the same
  if (/(?:^|[^\p{L}\p{N}._%+'-])git$/u.test(before + value.slice(0, at))) return false;
  return [from, at + 1 + domain[0].length];
}
