import type { Message } from "@/lib/calls/call";
import { type MessageBlock, messageBlocks } from "@/lib/calls/message-blocks";

/** Where a message stands in its call: its place in the request from 0, or the answer. */
export type MessagePlace = number | "response";

/** A message as a screen gets it: at least its head, at most the beginning of its text. */
export type ShownMessage = {
  place: MessagePlace;
  role: string;
  /** The participant, or the tool whose answer it is. */
  name: string | null;
  /** Bytes of the message as stored. */
  bytes: number;
  firstLine: string;
  /** Null while folded: its text has not been sent. */
  blocks: MessageBlock[] | null;
  /** Whether the blocks leave something out that reading the whole would bring. */
  cut: boolean;
};

/** At most so much of a message is sent with the page, in UTF-16 units. */
export const SHOWN_TEXT = 20_000;

const FIRST_LINE = 160;

/** A message as far as it was read, and the name of the tool that it answers for. */
export type ReadMessage = {
  message: Message;
  /** Bytes of the message as stored. */
  bytes: number;
  /** Whether the end of the message was not read. */
  cut: boolean;
};

/** The head of a message alone. */
export function foldedMessage(
  read: ReadMessage,
  place: MessagePlace,
  tool: string | null,
): ShownMessage {
  const blocks = messageBlocks(read.message);
  return { ...headOf(read, place, tool), firstLine: firstLineOf(blocks), blocks: null, cut: true };
}

/** A message with the beginning of its text. */
export function openMessage(
  read: ReadMessage,
  place: MessagePlace,
  tool: string | null,
): ShownMessage {
  const whole = messageBlocks(read.message);
  const blocks: MessageBlock[] = [];
  let room = SHOWN_TEXT;
  for (const block of whole) {
    if (room <= 0) break;
    blocks.push({ ...block, text: cutAt(block.text, room) });
    room -= block.text.length;
  }
  const cut = read.cut || room < 0 || blocks.length < whole.length;
  return { ...headOf(read, place, tool), firstLine: firstLineOf(blocks), blocks, cut };
}

function headOf({ message, bytes }: ReadMessage, place: MessagePlace, tool: string | null) {
  const name = message.name ?? tool ?? message.tool_call_id ?? null;
  return { place, role: message.role, name, bytes };
}

function firstLineOf(blocks: readonly MessageBlock[]): string {
  const [first] = blocks;
  if (!first) return "";
  const start = first.text.slice(0, 4_000).trim();
  if (first.kind === "text") return cutAt(start.split(/\r?\n/u, 1)[0] ?? "", FIRST_LINE);
  return cutAt(`${first.title ?? first.kind} ${start.replace(/\s+/gu, " ")}`, FIRST_LINE);
}

/** Cuts after at most `max` units, never inside a surrogate pair. */
function cutAt(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}
