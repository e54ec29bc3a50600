import { z } from "zod";

/** For the `error` of a schema: "expected text, got a list". Never quotes text, which may be private. */
export const expected = (what: string) => (issue: { input?: unknown }) =>
  `expected ${what}, got ${nameOf(issue.input)}`;

/** What a value is, for people; only numbers are shown. */
export function nameOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "string") return value === "" ? "empty text" : "text";
  return typeof value === "object" ? "an object" : `${String(value)}`;
}

/** The first complaint of a schema with its place, such as `messages[3].role: expected text, got null`. */
export function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return "not readable";
  const place = issue.path
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : `${index > 0 ? "." : ""}${String(step)}`,
    )
    .join("");
  return place === "" ? issue.message : `${place}: ${issue.message}`;
}
