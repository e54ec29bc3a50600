import type { Message } from "@/lib/calls/call";
import { type MessageBlock, blocksText, messageBlocks } from "@/lib/calls/message-blocks";

/** Where a message stands in its call: its place in the request from 0, or the answer. */
export type MessagePlace = number | "response";

/** A message as a screen gets it: at least its head, at most the beginning of its text. */
export type ShownMessage = {
  place: MessagePlace;
  role: string;
  /** The participant or tool, or the id of the tool call that it answers. */
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

/** The head of a message alone. */
export function foldedMessage(message: Message, place: MessagePlace, bytes: number): ShownMessage {
  const text = blocksText(messageBlocks(message));
  return {
    ...headOf(message, place, bytes),
    firstLine: firstLineOf(text),
    blocks: null,
    cut: true,
  };
}

/** A message with the beginning of its text. `partial` says that the message itself was cut. */
export function openMessage(
  message: Message,
  place: MessagePlace,
  bytes: number,
  partial: boolean,
): ShownMessage {
  const whole = messageBlocks(message);
  const blocks: MessageBlock[] = [];
  let room = SHOWN_TEXT;
  for (const block of whole) {
    if (room <= 0) break;
    blocks.push({ ...block, text: cutAt(block.text, room) });
    room -= block.text.length;
  }
  const firstLine = firstLineOf(blocksText(blocks));
  return {
    ...headOf(message, place, bytes),
    firstLine,
    blocks,
    cut: partial || room < 0 || blocks.length < whole.length,
  };
}

function headOf(message: Message, place: MessagePlace, bytes: number) {
  return { place, role: message.role, name: message.name ?? message.tool_call_id ?? null, bytes };
}

function firstLineOf(text: string): string {
  const start = text.slice(0, 4_000).trimStart();
  return cutAt(start.split(/\r?\n/u, 1)[0] ?? "", FIRST_LINE);
}

/** Cuts after at most `max` units, never inside a surrogate pair. */
function cutAt(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}
