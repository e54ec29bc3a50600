import type { Message } from "@/lib/calls/call";
import { isMediaReference, type MediaReference } from "@/lib/curation/media-reference";
import { formatBytes } from "@/lib/display/count";

/** One piece of a message as a person reads it. Nothing of a message is left out. */
export type MessageBlock = {
  kind: "text" | "tool call" | "tool result" | "media" | "other";
  /** The tool's name, or what the piece is called in the source. */
  title: string | null;
  text: string;
};

/** Members that say whose message it is and stand in its head. */
const HEAD = new Set(["role", "name", "content", "tool_calls", "tool_call_id"]);

/** A message in pieces: its text, its tool calls with their arguments set out, then all the rest. */
export function messageBlocks(message: Message): MessageBlock[] {
  const rest = Object.entries(message)
    .filter(([key]) => !HEAD.has(key))
    .map(([key, value]): MessageBlock =>
      isMediaReference(value)
        ? mediaBlock(value)
        : { kind: "other", title: key, text: pretty(value) },
    );
  return [
    ...contentBlocks(message.content),
    ...(message.tool_calls ?? []).map(toolCallBlock),
    ...rest,
  ];
}

/** The blocks of a message as one text, for reading it whole. */
export function blocksText(blocks: readonly MessageBlock[]): string {
  return blocks
    .map(({ kind, title, text }) =>
      kind === "text" ? text : `[${kind}: ${title ?? "unnamed"}]\n${text}`,
    )
    .join("\n\n");
}

function contentBlocks(content: unknown): MessageBlock[] {
  if (content === null || content === undefined || content === "") return [];
  if (typeof content === "string") return [{ kind: "text", title: null, text: content }];
  return Array.isArray(content) ? content.flatMap(partBlocks) : [];
}

function partBlocks(part: unknown): MessageBlock[] {
  if (typeof part === "string") return [{ kind: "text", title: null, text: part }];
  if (isMediaReference(part)) return [mediaBlock(part)];
  const fields = asObject(part);
  const type = typeof fields["type"] === "string" ? fields["type"] : null;
  if (type === "tool_use" || type === "tool_call" || type === "function_call")
    return [toolCallBlock(part)];
  if (type === "tool_result" || type === "tool_call_response") {
    const given = fields["content"] ?? fields["response"] ?? fields["result"];
    const text =
      typeof given === "string" ? given : blocksText(contentBlocks(given)) || pretty(given);
    return [{ kind: "tool result", title: nameOf(fields["tool_use_id"] ?? fields["id"]), text }];
  }
  const text = fields["text"] ?? fields["content"];
  if (typeof text === "string" && (type === null || type.endsWith("text")))
    return [{ kind: "text", title: null, text }];
  return [{ kind: "other", title: type, text: pretty(part) }];
}

/** What else the part says stands below: a file's name, words that were spoken. */
function mediaBlock(part: MediaReference): MessageBlock {
  const { type, media_type, bytes, digest, ...rest } = part;
  const more = Object.keys(rest).length === 0 ? "" : `\n${pretty(rest)}`;
  const title = `${media_type ?? type} · ${formatBytes(bytes)}`;
  return { kind: "media", title, text: `${digest}${more}` };
}

function toolCallBlock(raw: unknown): MessageBlock {
  const call = asObject(raw);
  const inner = call["function"] === undefined ? call : asObject(call["function"]);
  const given = inner["arguments"] ?? inner["input"] ?? inner["args"];
  return { kind: "tool call", title: nameOf(inner["name"]), text: pretty(readJson(given)) };
}

/** Arguments are often JSON in a text; what is no JSON stays as it is. */
function readJson(given: unknown): unknown {
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}

const nameOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

const pretty = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "");

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
