import { NUMBER_END, NUMBER_START } from "@/lib/curation/redact/boundaries";
import { digitsOf, isOneDigit, weightedSum } from "@/lib/curation/redact/checksums";
import type { Rule } from "@/lib/curation/redact/rule";

export const idsAmericas: readonly Rule[] = [
  {
    id: "us_ssn",
    family: "national id",
    catches: "US social security numbers with dashes, in the ranges that are issued",
    near: "digits",
    pattern: new RegExp(
      `${NUMBER_START}(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}${NUMBER_END}`,
      "gu",
    ),
  },
  {
    id: "br_cpf",
    family: "national id",
    catches: "Brazilian CPF with its punctuation and both check digits",
    near: "digits",
    pattern: new RegExp(`${NUMBER_START}\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}${NUMBER_END}`, "gu"),
    accept: ({ value }) => isCpf(digitsOf(value)),
    same: digitsOf,
  },
];

function isCpf(digits: string): boolean {
  const first = (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11;
  const second = (weightedSum(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11;
  return (
    !isOneDigit(digits) && first % 10 === Number(digits[9]) && second % 10 === Number(digits[10])
  );
}
