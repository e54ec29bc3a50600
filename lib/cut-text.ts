import { cleanText } from "@/lib/formats/clean-strings";

/**
 * The first characters of a text, fit for the database: no character is cut in two, as halves are
 * refused in JSON.
 *
 * @param most in code points
 */
export function cutText(text: string, most: number): string {
  return cleanText(text.length <= most ? text : Array.from(text).slice(0, most).join(""));
}
