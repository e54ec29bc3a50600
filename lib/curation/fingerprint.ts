import type { CallRecord, Message } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import { canonicalText } from "@/lib/calls/canonical-message";
import { offeredTools } from "@/lib/calls/offered-tools";
import type { KeyedDigest, RowId } from "@/lib/ids";
import { collapseText } from "./collapse-text";

/** The version of the rules below; fingerprints of different versions say nothing of each other. */
export const FINGERPRINT_VERSION = 1;

/**
 * Digest of what a call was asked, up to what varies from run to run: its instructions and messages
 * (see {@link collapseText}) and the tools it was offered, in any order. Calls with one fingerprint
 * are near-duplicates. Null when no message is known.
 *
 * Each message has its own digest, remembered by object, then by text as far as a bounded memory
 * reaches, so that of a growing conversation only what came since the call before is read.
 */
export function fingerprintOf(
  { messages, settings }: Pick<CallRecord, "messages" | "settings">,
  digest: KeyedDigest,
): RowId | null {
  if (messages === null || messages.length === 0) return null;
  const memory = memoryOf(digest);
  const asked = messages.map((message) => memory.message(message)).join();
  return digest("fingerprint", String(FINGERPRINT_VERSION), asked, memory.tools(settings));
}

/** Texts remembered, in UTF-16 units. */
const ROOM = 4_000_000;

/** What has been read under one key. */
class Memory {
  readonly #messages = new WeakMap<Message, RowId>();
  readonly #texts = new Map<string, RowId>();
  #room = ROOM;

  constructor(readonly digest: KeyedDigest) {}

  message(message: Message): RowId {
    const known = this.#messages.get(message);
    if (known !== undefined) return known;
    const id = this.#once(canonicalText(message), () => normalForm(message));
    this.#messages.set(message, id);
    return id;
  }

  tools(settings: CallRecord["settings"]): RowId | null {
    const tools = settings?.["tools"];
    if (settings === null || tools === undefined) return null;
    return this.#once(canonicalJson(tools), () => {
      const offered = offeredTools({ tools }) ?? [];
      return offered.map((tool) => canonicalJson(normalValue("tool", tool))).toSorted();
    });
  }

  #once(text: string, normal: () => unknown): RowId {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const id = this.digest("alike", canonicalJson(normal()));
    if (this.#room < text.length) {
      this.#texts.clear();
      this.#room = ROOM;
    }
    if (text.length <= this.#room) {
      this.#texts.set(text, id);
      this.#room -= text.length;
    }
    return id;
  }
}

const memories = new WeakMap<KeyedDigest, Memory>();

function memoryOf(digest: KeyedDigest): Memory {
  const memory = memories.get(digest) ?? new Memory(digest);
  memories.set(digest, memory);
  return memory;
}

const normalForm = (message: Message): unknown => normalValue("message", message);

/** Members that name something: another name is another thing. */
const NAMES = new Set(["role", "name", "type", "media_type", "digest"]);

/** Members that name one run of something: id, tool_call_id, callId. */
const ID = /^id$|_id$|[a-z]Id$/u;

function normalValue(key: string, value: unknown): unknown {
  if (typeof value === "string") return NAMES.has(key) ? value : collapseText(value);
  if (typeof value === "number") return 0;
  if (Array.isArray(value)) return value.map((member) => normalValue(key, member));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([name]) => !ID.test(name));
  return Object.fromEntries(members.map(([name, member]) => [name, normalValue(name, member)]));
}
