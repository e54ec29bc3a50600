import type { Message } from "@/lib/calls/call";
import { isObject } from "@/lib/formats/is-object";
import { textOf } from "@/lib/formats/provider/members";

const ORDER = ["text", "image", "audio", "video", "file"] as const;
type Medium = (typeof ORDER)[number];

/**
 * What a call's messages are made of: `text`, or kinds joined in this order, such as
 * `text+image`; null when it has no messages. Media are known by the type of their part.
 */
export function modalityOf(
  messages: readonly Message[] | null,
  response: Message | null,
): string | null {
  if (messages === null && response === null) return null;
  const found = new Set<Medium>();
  for (const message of [...(messages ?? []), ...(response ? [response] : [])]) {
    for (const medium of mediaOf(message)) found.add(medium);
  }
  if (found.size === 0) return "text";
  return ORDER.filter((medium) => found.has(medium)).join("+");
}

function mediaOf(message: Message): Medium[] {
  const spoken: Medium[] = isObject(message["audio"]) ? ["audio"] : [];
  const { content } = message;
  if (typeof content === "string") return content === "" ? spoken : [...spoken, "text"];
  if (content === null) return spoken;
  return [...spoken, ...content.map(mediumOf)];
}

function mediumOf(part: unknown): Medium {
  if (!isObject(part)) return "text";
  const type = textOf(part["type"]) ?? "";
  if (/image/u.test(type)) return "image";
  if (/audio/u.test(type)) return "audio";
  if (/video/u.test(type)) return "video";
  if (/^(?:file|input_file|document|container_upload)$/u.test(type)) return "file";
  const mime = part["mime_type"] ?? part["mimeType"] ?? part["media_type"];
  const [kind] = typeof mime === "string" ? mime.split("/") : [];
  return ORDER.find((medium) => medium === kind) ?? (kind === "application" ? "file" : "text");
}
