import { NUMBER_END, NUMBER_START, START } from "@/lib/curation/redact/boundaries";
import { digitsOf, mod97, passesLuhn } from "@/lib/curation/redact/checksums";
import type { Acceptance, Found, Rule } from "@/lib/curation/redact/rule";

/** Prefix and length of card numbers by network (ISO/IEC 7812 ranges in use). */
const CARD =
  /^(?:4\d{12}(?:\d{3}(?:\d{3})?)?|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d{2}|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|5\d{2}|4[4-9]\d)\d{12,15}|35(?:2[89]|[3-8]\d)\d{12,15}|3(?:0[0-5]|[68]\d)\d{11}|62\d{14,17})$/u;

/** The length of an IBAN by country (ISO 13616 registry). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** How people pay. */
export const payments: readonly Rule[] = [
  {
    id: "card_number",
    family: "payment",
    catches: "Card numbers: 13 to 19 digits of a known network that pass Luhn's check",
    near: "digits",
    pattern: new RegExp(`${NUMBER_START}\\d(?:[ -]?\\d){12,18}${NUMBER_END}`, "gu"),
    accept: isCard,
    same: digitsOf,
  },
  {
    id: "iban",
    family: "payment",
    catches: "IBANs: the country's length and the check digits (mod 97) hold",
    near: "digits",
    pattern: new RegExp(`${START}[A-Z]{2}\\d{2}[ -]?[A-Z0-9](?:[ -]?[A-Z0-9]){10,33}`, "gu"),
    accept: cutIban,
    same: (value) => value.replace(/[ -]/gu, ""),
  },
];

function isCard({ value }: Found): boolean {
  const digits = digitsOf(value);
  const groups = value.split(/[ -]/u).map((group) => group.length);
  const isGrouped =
    groups.length === 1 || groups.every((size, i) => size >= 3 && (size <= 6 || i === 0));
  return isGrouped && CARD.test(digits) && passesLuhn(digits);
}

function cutIban({ value, after }: Found): Acceptance {
  const length = IBAN_LENGTHS[value.slice(0, 2)];
  if (length === undefined) return false;
  let [to, taken] = [0, ""];
  while (to < value.length && taken.length < length) {
    const char = value[to++] ?? "";
    if (char !== " " && char !== "-") taken += char;
  }
  const next = to < value.length ? value[to] : after[0];
  if (taken.length < length || /[A-Za-z0-9]/u.test(next ?? "")) return false;
  return mod97(taken.slice(4) + taken.slice(0, 4)) === 1 ? [0, to] : false;
}
