import { CallRecord, type Message } from "@/lib/calls/call";
import { canonicalJson } from "@/lib/calls/canonical";
import { messageDigest } from "@/lib/calls/message-digest";
import type { KeyedDigest, RowId } from "@/lib/ids";
import { oncePerObject } from "@/lib/once-per-object";

export type Settings = NonNullable<CallRecord["settings"]>;

/** Digest of all that a record says: an equal one is known without a closer look. */
export function contentIdOf(record: CallRecord, digest: KeyedDigest): RowId {
  const { messages, response } = record;
  const nameOf = (message: Message) => messageDigest(message, digest);
  return digest(
    "content",
    fieldsJson(record),
    messages && messages.map(nameOf).join(),
    response && nameOf(response),
  );
}

/** Canonical JSON of settings, which calls of one agent share (see `SharedSettings`). */
export const settingsJson = oncePerObject((settings: Settings): string => canonicalJson(settings));

/** What a record says beside its messages, in the order of canonical JSON; names as they are written. */
const FIELDS = (Object.keys(CallRecord.shape) as (keyof CallRecord)[])
  .filter((key) => key !== "messages" && key !== "response")
  .toSorted()
  .map((key) => [key, `${JSON.stringify(key)}:`] as const);

/** Canonical JSON of all but the messages. */
function fieldsJson(record: CallRecord): string {
  const { settings } = record;
  let members = "";
  for (const [key, name] of FIELDS) {
    const value = record[key];
    if (value === undefined) continue;
    const json = key === "settings" && settings ? settingsJson(settings) : JSON.stringify(value);
    members += `${members === "" ? "" : ","}${name}${json}`;
  }
  return `{${members}}`;
}
