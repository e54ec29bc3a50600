import { canonicalJson } from "@/lib/calls/canonical";
import { isObject } from "@/lib/formats/is-object";
import { firstText, membersOf, textOf } from "@/lib/formats/provider/members";

/**
 * The text of a failure, from what providers answer (`error: {message, type, code}`), what a log
 * notes beside it, or the HTTP status alone; null when nothing went wrong.
 */
export function errorText(response: unknown, noted: unknown, status: number | null): string | null {
  const inner = membersOf(response)["error"];
  const failure = saidOf(inner) ?? saidOf(noted);
  const failed = status !== null && status >= 400;
  if (!failed) return failure;
  const plain = typeof response === "string" ? textOf(response) : null;
  const said = failure ?? plain ?? firstText(membersOf(response), ["message", "detail"]);
  return said === null ? `HTTP status ${status}` : `${status} ${said}`;
}

function saidOf(failure: unknown): string | null {
  if (failure === null || failure === undefined || failure === false) return null;
  if (!isObject(failure)) return textOf(failure);
  if (Object.keys(failure).length === 0) return null;
  const kind = firstText(failure, ["code", "type", "error_class", "name"]);
  const message = firstText(failure, ["message", "detail", "error_message"]);
  if (message === null) return kind ?? canonicalJson(failure);
  return kind === null ? message : `${kind}: ${message}`;
}
