import type { CallRecord, Message } from "@/lib/calls/call";
import { markOf } from "@/lib/curation/redact/mark";
import type { KeyedDigest, RowId } from "@/lib/ids";
import { oncePerObject } from "@/lib/once-per-object";
import { countBytes, encodedPieces } from "./media-bytes";
import { partBytes } from "./media-part";
import type { MediaReference } from "./media-reference";

/** Bytes that were taken out of a message. */
export type Media = { id: RowId; mediaType: string | null; base64: string };

/** A value without bytes, the same value where there were none, and what was taken out of it. */
export type WithoutMedia<Value> = { value: Value; media: Media[] };

/**
 * Takes images, audio and files out of a JSON value, before it is redacted and hashed. A content part
 * becomes a {@link MediaReference} that keeps what else it said; bytes in the middle of a text become
 * their type, their size and a mark, and are not among the media: nothing could lead back to them.
 */
export function takeMedia<Value>(value: Value, digest: KeyedDigest): WithoutMedia<Value> {
  const media: Media[] = [];
  return { value: swap(value, "", { digest, media }) as Value, media };
}

/** {@link takeMedia} of a call's messages and its answer. */
export function takeCallMedia(
  record: CallRecord,
  digest: KeyedDigest,
): { record: CallRecord; media: Media[] } {
  const all: Media[] = [];
  const take = (message: Message): Message => {
    const { value, media } = takeMessageMedia(message, digest);
    all.push(...media);
    return value;
  };
  const messages = record.messages?.map(take) ?? null;
  const response = record.response && take(record.response);
  const isSame =
    response === record.response &&
    (messages ?? []).every((one, i) => one === record.messages?.[i]);
  return { record: isSame ? record : { ...record, messages, response }, media: all };
}

/** {@link takeMedia} of a message; an object that several records share is looked at once. */
export const takeMessageMedia = oncePerObject((message: Message, digest: KeyedDigest) =>
  takeMedia(message, digest),
);

type Taking = { digest: KeyedDigest; media: Media[] };

function swap(value: unknown, key: string, taking: Taking): unknown {
  if (typeof value === "string") return swapText(value, taking);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => swap(item, key, taking));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  return swapObject(value as Record<string, unknown>, key, taking);
}

function swapObject(object: Record<string, unknown>, key: string, taking: Taking): unknown {
  // a message is no part, even where it holds the audio of an answer
  const found = "role" in object ? null : partBytes(object, key);
  if (found) {
    const { base64, mediaType, type, rest } = found;
    const id = taking.digest("media", base64);
    taking.media.push({ id, mediaType, base64 });
    const reference: MediaReference = {
      type,
      media_type: mediaType,
      bytes: countBytes(base64),
      digest: id,
    };
    return { ...(swap(rest, "", taking) as object), ...reference };
  }
  const members = Object.entries(object).map(
    ([name, member]) => [name, swap(member, name, taking)] as const,
  );
  const isSame = members.every(([name, member]) => member === object[name]);
  return isSame ? object : Object.fromEntries(members);
}

function swapText(text: string, { digest }: Taking): string {
  const pieces = encodedPieces(text);
  if (pieces.length === 0) return text;
  let [written, at] = ["", 0];
  for (const { from, to, mediaType, base64 } of pieces) {
    const mark = markOf("media", base64, digest);
    written += `${text.slice(at, from)}${mediaType ?? "base64"}, ${countBytes(base64)} bytes ${mark}`;
    at = to;
  }
  return written + text.slice(at);
}
