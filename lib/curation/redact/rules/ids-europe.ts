import { NUMBER_END, NUMBER_START, START } from "@/lib/curation/redact/boundaries";
import {
  canBeDate,
  digitsOf,
  isOneDigit,
  passesLuhn,
  weightedSum,
} from "@/lib/curation/redact/checksums";
import type { Found, Rule } from "@/lib/curation/redact/rule";

const DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

/** Ids of people by country: only where a check digit or a distinctive shape tells. */
export const idsEurope: readonly Rule[] = [
  {
    id: "nl_bsn",
    family: "national id",
    catches: "Dutch BSN behind its label, with the 11-test",
    words: ["bsn", "burgerservicenummer", "sofinummer", "sofi-nummer"],
    pattern:
      /(?:bsn|burgerservicenummer|sofi-?nummer)(?:[^0-9a-z\n]{0,3}(?:n(?:um[bm]er|o|r)|is)){0,2}[^0-9a-z\n]{0,3}(?<value>\d(?:[ .]?\d){8})(?!\d)/iu,
    accept: ({ value }) => isBsn(digitsOf(value)),
    same: digitsOf,
  },
  {
    id: "es_dni",
    family: "national id",
    catches: "Spanish DNI and NIE whose letter is right",
    near: "digits",
    pattern: new RegExp(`${NUMBER_START}(?:\\d{8}|[XYZ]-?\\d{7})-?[A-Z](?![A-Za-z0-9_:-])`, "gu"),
    accept: isDni,
    same: (value) => value.replaceAll("-", ""),
  },
  {
    id: "it_codice_fiscale",
    family: "national id",
    catches: "Italian codice fiscale whose last letter is right",
    near: "digits",
    pattern: new RegExp(
      `${START}[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z](?![A-Za-z0-9_])`,
      "giu",
    ),
    accept: ({ value }) => isCodiceFiscale(value.toUpperCase()),
    same: (value) => value.toUpperCase(),
  },
  {
    id: "fr_nir",
    family: "national id",
    catches: "French social security numbers (NIR) whose key is right",
    near: "digits",
    pattern: new RegExp(
      `${NUMBER_START}[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-4]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}${NUMBER_END}`,
      "gu",
    ),
    accept: ({ value }) => isNir(value.replaceAll(" ", "")),
    same: (value) => value.replaceAll(" ", ""),
  },
  {
    id: "se_personnummer",
    family: "national id",
    catches: "Swedish personnummer with its dash: a date, and Luhn's check",
    near: "digits",
    pattern: new RegExp(`${NUMBER_START}(?:19|20)?\\d{6}[-+]\\d{4}${NUMBER_END}`, "gu"),
    accept: ({ value }) => {
      const digits = digitsOf(value).slice(-10);
      return canBeDate(digits.slice(0, 6)) && passesLuhn(digits) && !isOneDigit(digits);
    },
    same: (value) => digitsOf(value).slice(-10),
  },
  {
    id: "pl_pesel",
    family: "national id",
    catches: "Polish PESEL behind its label, with its check digit",
    words: ["pesel"],
    pattern:
      /pesel(?:[^0-9a-z\n]{0,3}(?:n(?:um(?:b?er)|o|r)|is|to)){0,2}[^0-9a-z\n]{0,3}(?<value>\d{11})(?!\d)/iu,
    accept: ({ value }) =>
      weightedSum(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0 && !isOneDigit(value),
  },
  {
    id: "uk_nino",
    family: "national id",
    catches: "British national insurance numbers by their shape (AB 12 34 56 C)",
    near: "digits",
    pattern: new RegExp(
      `${NUMBER_START}(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D](?![A-Za-z0-9_-])`,
      "gu",
    ),
    same: (value) => value.replaceAll(" ", ""),
  },
];

function isBsn(digits: string): boolean {
  return (
    digits.length === 9 &&
    !isOneDigit(digits) &&
    weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0
  );
}

function isDni({ value }: Found): boolean {
  const plain = value.replaceAll("-", "");
  const number = plain.slice(0, -1).replace(/^[XYZ]/u, (letter) => String("XYZ".indexOf(letter)));
  // a day and a letter, such as 20240131T
  if (/^(?:19|20)\d{6}$/u.test(plain.slice(0, -1)) && canBeDate(number)) return false;
  return DNI_LETTERS[Number(number) % 23] === plain.at(-1);
}

/** Weights of odd places, by D.M. 23 December 1976. */
const ODD: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", (char, i) => [
    char,
    [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6,
      8, 12, 14, 16, 10, 22, 25, 24, 23,
    ][i] ?? 0,
  ]),
);

function isCodiceFiscale(code: string): boolean {
  let sum = 0;
  for (let i = 0; i < 15; i += 1) {
    const char = code[i] ?? "";
    const even = /\d/u.test(char) ? Number(char) : char.charCodeAt(0) - 65;
    sum += i % 2 === 0 ? (ODD[char] ?? 0) : even;
  }
  return String.fromCharCode(65 + (sum % 26)) === code[15];
}

/** Key = 97 − (number mod 97); in Corsica 2A counts as 19 and 2B as 18. */
function isNir(code: string): boolean {
  const number = code.slice(0, 13).replace("2A", "19").replace("2B", "18");
  return Number(code.slice(13)) === 97 - Number(BigInt(number) % 97n);
}
