import { isObject } from "@/lib/formats/is-object";
import { endsOfMembers, findMessages } from "@/lib/formats/list-in-text";
import { type ParseText, parseText } from "@/lib/formats/parse-text";
import { MAX_DEPTH } from "@/lib/formats/raw-record";
import { reaches } from "@/lib/formats/reaches";

/** A record read before: its text, where its messages begin, and once somebody shares them more. */
type Kept = { text: string; from: number; messages: Messages | null | undefined };
type Messages = { list: readonly unknown[]; ends: readonly number[] };
/** The beginning that a text has in common with an earlier one. */
type Shared = { kept: Kept; messages: Messages; count: number; length: number };
type Holder = { members: Record<string, unknown>; list: unknown[] };

const KEPT_RECORDS = 8;
const KEPT_CHARACTERS = 8 * 1024 * 1024;
/** So much must be equal before it is worth a closer look. */
const WORTHWHILE = 64;
/** Levels from the record to the object that holds the messages. */
const DEEPEST = 3;
/** Messages that go deeper might be too deep elsewhere, and are not shared. */
const SHARED_DEPTH = MAX_DEPTH - DEEPEST - 1;
/** Stands for the messages left out; a record that holds it itself is read whole. */
const STAND_IN = "\uE000";
const STAND_IN_JSON = String.raw`"\ue000"`;
const STAND_IN_WRITTEN = /\uE000|\\u[eE]000/u;

/**
 * Parses records so that messages which a recent record has word for word are not parsed again
 * but taken from there: they are the same objects, so that what is known of them is known by
 * identity. Nobody may change them. What is read is what `parseText` reads of the whole text.
 */
export class SharedMessages {
  #kept: Kept[] = [];
  #characters = 0;

  readonly parse: ParseText = (text) => {
    const from = findMessages(text);
    if (from < 0) return parseText(text);
    const shared = this.#longest(text, from);
    return (shared && this.#parseRest(text, from, shared)) ?? this.#parseWhole(text, from);
  };

  #parseWhole(text: string, from: number) {
    const parsed = parseText(text);
    if (parsed) this.#keep({ text, from, messages: undefined });
    return parsed;
  }

  /** Null when the list is not where members are looked for: then all must be read. */
  #parseRest(text: string, from: number, { kept, messages, count, length }: Shared) {
    const [before, after] = [text.slice(0, from), text.slice(from + length)];
    if (STAND_IN_WRITTEN.test(before) || STAND_IN_WRITTEN.test(after)) return null;
    const parsed = parseText(before + STAND_IN_JSON + after);
    const holder = parsed && holderOf(parsed.value);
    if (!holder) return null;
    const list = [...messages.list.slice(0, count), ...holder.list.slice(1)];
    holder.members["messages"] = list;
    const known = messages.ends.slice(0, count).map((end) => end - kept.from + from);
    const more = after.startsWith(",") ? endsOfMembers(text, from + length + 1) : [];
    const isShareable = !reaches(holder.list, SHARED_DEPTH);
    this.#keep({ text, from, messages: isShareable ? { list, ends: [...known, ...more] } : null });
    return parsed;
  }

  #longest(text: string, from: number): Shared | null {
    let best: Shared | null = null;
    const start = text.slice(from, from + WORTHWHILE);
    for (const kept of this.#kept) {
      if (kept.text.slice(kept.from, kept.from + WORTHWHILE) !== start) continue;
      if (kept.messages === undefined) kept.messages = messagesOf(kept);
      const { messages } = kept;
      if (messages === null) continue;
      const count = countShared(text, from, kept, messages.ends);
      const length = (messages.ends[count - 1] ?? kept.from) - kept.from;
      if (length > (best?.length ?? 0)) best = { kept, messages, count, length };
      // a record that goes on where this one ended has nothing to find elsewhere
      if (count > 0 && count === messages.ends.length) break;
    }
    return best;
  }

  #keep(kept: Kept): void {
    this.#kept.unshift(kept);
    this.#characters += kept.text.length;
    while (this.#kept.length > KEPT_RECORDS || this.#characters > KEPT_CHARACTERS) {
      this.#characters -= this.#kept.pop()?.text.length ?? 0;
    }
  }
}

/** How many whole messages are equal, letter for letter: bisected over prefixes. */
function countShared(text: string, from: number, kept: Kept, ends: readonly number[]): number {
  const isShared = (count: number) => {
    const end = ends[count - 1] ?? kept.from;
    const to = from + end - kept.from;
    const next = text[to];
    if (next !== "," && next !== "]") return false;
    // two pieces are compared as memory; startsWith goes letter by letter, and takes twenty times as long
    return text.slice(from, to) === kept.text.slice(kept.from, end);
  };
  let [good, bad] = [0, ends.length + 1];
  // mostly a record goes on where the one before it ended
  if (isShared(ends.length)) return ends.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isShared(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The messages of a record that was read whole; null when they are nested too deeply to share. */
function messagesOf({ text, from }: Kept): Messages | null {
  const ends = endsOfMembers(text, from);
  const parsed = parseText(`[${text.slice(from, ends.at(-1) ?? from)}]`);
  if (!parsed || reaches(parsed.value, SHARED_DEPTH)) return null;
  return { list: parsed.value as unknown[], ends };
}

/** The object near the top whose messages begin with the stand-in. */
function holderOf(value: unknown, level = 0): Holder | null {
  if (!isObject(value)) return null;
  const list = value["messages"];
  if (Array.isArray(list) && list[0] === STAND_IN) return { members: value, list };
  if (level === DEEPEST) return null;
  for (const member of Object.values(value)) {
    const found = holderOf(member, level + 1);
    if (found) return found;
  }
  return null;
}
