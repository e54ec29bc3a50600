/** The digits of a text, and nothing else of it. */
export const digitsOf = (text: string): string => text.replace(/\D/gu, "");

/** Luhn's check over a string of digits (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** The sum of digits, each times its weight. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i] ?? 0), 0);
}

/** ISO 7064 mod 97-10 over digits and capital letters (A = 10 … Z = 35). */
export function mod97(text: string): number {
  let rest = 0;
  for (const char of text) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** Whether all characters are the same, such as 000 000 000. */
export const isOneDigit = (digits: string): boolean => new Set(digits).size < 2;

/** Whether YYMMDD or YYYYMMDD can be a day. */
export function canBeDate(digits: string): boolean {
  const [month, day] = [Number(digits.slice(-4, -2)), Number(digits.slice(-2))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
