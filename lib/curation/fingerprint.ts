import type { CallRecord, Message } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import { memberTexts, messageDigest } from "@/lib/calls/message-digest";
import { offeredTools } from "@/lib/calls/offered-tools";
import type { KeyedDigest, RowId } from "@/lib/ids";
import { oncePerObject } from "@/lib/once-per-object";
import { collapseText } from "./collapse-text";

/** The version of the rules below; fingerprints of different versions say nothing of each other. */
export const FINGERPRINT_VERSION = 2;

/**
 * Digest of what a call was asked, up to what varies from run to run: its instructions and messages
 * (see {@link collapseText}) and the tools it was offered, in any order. Calls with one fingerprint
 * are near-duplicates. Null when no message is known.
 *
 * Each message has its own digest, remembered by object, then by what it says as far as a bounded
 * memory reaches, so that of a growing conversation only what came since the call before is read.
 */
export function fingerprintOf(
  { messages, settings }: Pick<CallRecord, "messages" | "settings">,
  digest: KeyedDigest,
): RowId | null {
  if (messages === null || messages.length === 0) return null;
  const asked = messages.map((message) => askedOf(message, digest)).join();
  const tools = settings && toolsOf(settings, digest);
  return digest("fingerprint", String(FINGERPRINT_VERSION), asked, tools);
}

/** What has been read is remembered for so many messages and lists of tools. */
const MOST = 10_000;

/** What has been read under one key. */
class Memory {
  readonly #known = new Map<string, RowId>();
  constructor(readonly digest: KeyedDigest) {}

  once(name: string, normal: () => string[]): RowId {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const id = this.digest("alike", ...normal());
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(name, id);
    return id;
  }
}

const memoryOf = oncePerObject((digest: KeyedDigest) => new Memory(digest));

const askedOf = oncePerObject((message: Message, digest: KeyedDigest): RowId =>
  memoryOf(digest).once(messageDigest(message, digest), () => memberTexts(normalForm(message))),
);

const toolsOf = oncePerObject(
  (settings: NonNullable<CallRecord["settings"]>, digest: KeyedDigest): RowId | null => {
    const { tools } = settings;
    if (tools === undefined) return null;
    return memoryOf(digest).once(digest("tools", canonicalJson(tools)), () => {
      const offered = offeredTools({ tools }) ?? [];
      return offered.map((tool) => canonicalJson(normalValue("tool", tool))).toSorted();
    });
  },
);

const normalForm = (message: Message) =>
  normalValue("message", message) as Readonly<Record<string, unknown>>;

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
