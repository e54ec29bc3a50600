import { type CallRecord, Message } from "@/lib/calls/call";
import type { KeyedDigest } from "@/lib/ids";
import { oncePerObject } from "@/lib/once-per-object";
import { redactJson } from "./redact-json";
import type { Redacted } from "./redact-text";
import type { Redactor } from "./redactor";
import { addCounts, type Counts, NO_COUNTS } from "./rule";

/** What redacts a record: its contents by every rule, its names and ids by those for names. */
export type CallRedactor = Redactor & {
  /** All but addresses of machines, of which names of agents and steps are often made. */
  name: (text: string) => Redacted;
  /** Secrets, emails and phone numbers: other digits of an id mean nothing. */
  id: (text: string) => Redacted;
  digest: KeyedDigest;
  /** Whether the bytes of images, audio and files are stored, beside their type, size and digest. */
  keepMedia: boolean;
};

/** Names; what else a record has are numbers, times and flags. */
const NAMES = [
  "agent",
  "stepType",
  "provider",
  "requestModel",
  "model",
  "modality",
  "environment",
] as const;

const IDS = ["traceId", "spanId", "parentSpanId"] as const;

/**
 * A record with nothing in it that the rules catch, before it is hashed or stored. Token counts,
 * times and costs stay those of the original. An id that holds a secret, an email or a phone number becomes a
 * keyed digest of itself, the same wherever it stands.
 */
export function redactCall(
  record: CallRecord,
  by: CallRedactor,
): { record: CallRecord; counts: Counts } {
  let counts = NO_COUNTS;
  const count = <Part extends { counts: Counts }>(part: Part): Part => {
    counts = addCounts(counts, part.counts);
    return part;
  };
  const message = (one: Message): Message => count(redactedMessage(one, by)).message;
  const redacted: CallRecord = {
    ...record,
    messages: record.messages && sameList(record.messages, record.messages.map(message)),
    response: record.response && message(record.response),
    settings:
      record.settings &&
      (count(redactedSettings(record.settings, by)).value as CallRecord["settings"]),
    error: record.error && String(count(redactJson(record.error, by)).value),
  };
  for (const name of NAMES) {
    const value = record[name];
    if (value !== null) redacted[name] = count(by.name(value)).text;
  }
  for (const name of IDS) {
    const id = record[name];
    if (id !== null && count(by.id(id)).text !== id) redacted[name] = by.digest("source id", id);
  }
  return { record: Object.keys(counts).length === 0 ? record : redacted, counts };
}

type RedactedMessage = { message: Message; counts: Counts };

/** A message without what the rules catch; an object that several records share is looked at once. */
export const redactedMessage = oncePerObject(
  (message: Message, by: CallRedactor): RedactedMessage => {
    const { role, ...rest } = message;
    const { value, counts } = redactJson(rest, by);
    const name = by.key(role);
    const isSame = value === rest && name.text === role;
    return {
      message: isSame ? message : Message.parse({ role: name.text, ...asObject(value) }),
      counts: addCounts(counts, name.counts),
    };
  },
);

const redactedSettings = oncePerObject(
  (settings: NonNullable<CallRecord["settings"]>, by: CallRedactor) => redactJson(settings, by),
);

/** The list from before when its members are. */
export const sameList = <Item>(before: Item[], after: Item[]): Item[] =>
  after.every((item, i) => item === before[i]) ? before : after;

const asObject = (value: unknown) => value as Record<string, unknown>;
