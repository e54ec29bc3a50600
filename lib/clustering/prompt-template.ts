import type { Message } from "@/lib/calls/call";
import { messageText } from "@/lib/calls/message-text";

export type PromptTemplate = {
  /** What prompts of one template have in common; digested, never shown. */
  text: string;
  /** For people: the prompt's first telling line, shortened. */
  title: string;
};

/** So much of a normalised system prompt makes its template; what follows is often per run. */
const HEAD = 200;
/** So much of a prompt is looked at. */
const SOURCE = 4_000;
const HEADINGS = 6;
const TITLE = 48;

const MONTH_OR_DAY =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/gu;

/**
 * The template behind a prompt, from its first message; null when there is none. A system prompt
 * is told by its head. A request without a system prompt mixes template and data: it is told by
 * its headings where it has some, and one line without any is free text, which is one template
 * whatever it says.
 */
export function promptTemplate(messages: readonly Message[]): PromptTemplate | null {
  const [first] = messages;
  const text = first === undefined ? "" : messageText(first).trim().slice(0, SOURCE);
  if (first === undefined || text === "") return null;
  const title = titleOf(text);
  if (first.role === "system" || first.role === "developer")
    return { text: normalised(text).slice(0, HEAD), title };
  const headings = text.match(/^\s{0,4}#{1,4}\s.*$/gmu) ?? [];
  if (headings.length >= 2) {
    const outline = headings.slice(0, HEADINGS);
    const names = outline.map((heading) => heading.replace(/^[\s#]+/u, "").trim());
    return { text: normalised(outline.join("\n")), title: shortened(names.join(" / ")) };
  }
  if (!text.includes("\n") && text.length <= HEAD) return { text: "free text", title: "free text" };
  return { text: normalised(text).slice(0, HEAD), title };
}

/** Lower case, with whatever differs from run to run (numbers, ids, dates, addresses) made equal. */
function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?:\/\/\S+/gu, "@")
    .replace(/\S*\p{N}\S*/gu, "#")
    .replace(MONTH_OR_DAY, "#")
    .replace(/\s+/gu, " ")
    .replace(/#(?:[ ,]*#)+/gu, "#")
    .trim();
}

function titleOf(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const telling = lines.find((line) => /\p{L}/u.test(line.replace(/<[^>]*>/gu, ""))) ?? "";
  return shortened(telling);
}

function shortened(text: string): string {
  const line = Array.from(text.replace(/\s+/gu, " "));
  return line.length <= TITLE ? line.join("") : `${line.slice(0, TITLE - 1).join("")}…`;
}
