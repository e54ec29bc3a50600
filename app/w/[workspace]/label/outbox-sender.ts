import { LabelResults, type LabelRow } from "@/lib/labelling/label-row";
import {
  acknowledge,
  drop,
  EMPTY_OUTBOX,
  fail,
  nextOrder,
  type Outbox,
  type OutboxEntry,
  putIn,
  refusedEntries,
  takeBatch,
  waiting,
  wake,
} from "@/lib/labelling/outbox";
import { openOutboxStorage, type OutboxStorage } from "./outbox-storage";
import { requestJson, SignedOutError } from "./request-json";

export type OutboxView = { outbox: Outbox; storageFailed: boolean };

export const EMPTY_VIEW: OutboxView = { outbox: EMPTY_OUTBOX, storageFailed: false };

/** Labels made within so many milliseconds travel together. */
const GATHER_MS = 400;
/** So many acknowledged labels are remembered. */
const RECENT = 50;
/** The most that a browser lets a page send while it closes. */
const KEEPALIVE_BYTES = 60_000;

/**
 * Brings labels to the server in the background. A label is in the browser's storage before
 * anything else happens with it, and leaves it only when the server has acknowledged it.
 */
export class OutboxSender {
  onRefused: (entries: readonly OutboxEntry[]) => void = () => undefined;
  readonly #storage: OutboxStorage;
  readonly #url: string;
  readonly #listeners = new Set<() => void>();
  #view = EMPTY_VIEW;
  #started = false;
  #recent: readonly OutboxEntry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Number.POSITIVE_INFINITY;

  constructor(storageName: string, url: string) {
    this.#storage = openOutboxStorage(storageName);
    this.#url = url;
  }

  /** For useSyncExternalStore. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  view = (): OutboxView => this.#view;

  pending = (): OutboxEntry[] => waiting(this.#view.outbox);

  /** What the server has taken lately: a page that was asked for just before may not know it yet. */
  recent = (): readonly OutboxEntry[] => this.#recent;

  /** Takes up what lies in the storage and sends from now on, wherever the person goes. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#change(putIn(this.#view.outbox, this.#storage.readAll()));
    const wakeUp = () => {
      if (document.visibilityState === "hidden") void this.#send();
      else {
        this.#change(wake(this.#view.outbox));
        this.#sendIn(0);
      }
    };
    window.addEventListener("online", wakeUp);
    window.addEventListener("focus", wakeUp);
    document.addEventListener("visibilitychange", wakeUp);
    window.addEventListener("storage", (event) => this.#hear(event));
    window.addEventListener("beforeunload", (event) => this.#warn(event));
    this.#sendIn(0);
  }

  /** Keeps a label and sends it soon. */
  add(drawId: string, row: LabelRow): void {
    const { outbox } = this.#view;
    const entry = { order: nextOrder(outbox, Date.now()), drawId, row, refusal: null };
    const isKept = this.#storage.keep(entry);
    this.#change(putIn(outbox, [entry]), this.#view.storageFailed || !isKept);
    this.#sendIn(GATHER_MS);
  }

  /** Gives entries up. */
  drop(ids: readonly string[]): void {
    for (const id of ids) this.#storage.remove(id);
    this.#change(drop(this.#view.outbox, ids));
  }

  /** Sends after so many milliseconds at the latest: a fast hand must not put it off for ever. */
  #sendIn(ms: number): void {
    const now = Date.now();
    const dueAt = Math.max(now + ms, this.#view.outbox.retryAt ?? now);
    if (dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => {
      this.#dueAt = Number.POSITIVE_INFINITY;
      void this.#send();
    }, dueAt - now);
  }

  async #send(): Promise<void> {
    const batch = takeBatch(this.#view.outbox, Date.now());
    if (!batch) return;
    this.#change(batch.outbox);
    try {
      const body = JSON.stringify(batch.rows);
      const answer = await requestJson(this.#url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        keepalive: body.length * 3 < KEEPALIVE_BYTES,
      });
      this.#acknowledge(LabelResults.parse(answer).results);
    } catch (error) {
      const problem = error instanceof Error ? error.message : "The server does not answer.";
      this.#change(fail(this.#view.outbox, Date.now(), problem, error instanceof SignedOutError));
    }
    if (this.pending().length > 0) this.#sendIn(0);
  }

  #acknowledge(results: LabelResults["results"]): void {
    const after = acknowledge(this.#view.outbox, results);
    const named = new Set(results.map((result) => result.id));
    const refused = refusedEntries(after).filter((entry) => named.has(entry.row.id));
    const saved = this.#view.outbox.entries.filter(
      (entry) => named.has(entry.row.id) && !refused.some(({ row }) => row.id === entry.row.id),
    );
    this.#recent = [...this.#recent, ...saved].slice(-RECENT);
    for (const result of results) {
      if (result.status !== "refused") this.#storage.remove(result.id);
    }
    for (const entry of refused) this.#storage.keep(entry);
    this.#change(after);
    if (refused.length > 0) this.onRefused(refused);
  }

  /** Another tab of the same person added labels, or brought some home. */
  #hear(event: StorageEvent): void {
    const change = this.#storage.readChange(event);
    if (change === null) return;
    const { outbox } = this.#view;
    this.#change(typeof change === "string" ? drop(outbox, [change]) : putIn(outbox, [change]));
  }

  /** Only a label that no storage holds is lost when the page closes. */
  #warn(event: BeforeUnloadEvent): void {
    if (this.#view.storageFailed && this.pending().length > 0) event.preventDefault();
  }

  #change(outbox: Outbox, storageFailed = this.#view.storageFailed): void {
    this.#view = { outbox, storageFailed: storageFailed && outbox.entries.length > 0 };
    for (const listener of this.#listeners) listener();
  }
}

const senders = new Map<string, OutboxSender>();

/**
 * The sender of an outbox: one a page, so that labels go on their way when the person has left the
 * label screen. On the server each is its own, and never started.
 */
export function senderOf(storageName: string, url: string): OutboxSender {
  if (typeof window === "undefined") return new OutboxSender(storageName, url);
  const name = `${storageName} ${url}`;
  const sender = senders.get(name) ?? new OutboxSender(storageName, url);
  senders.set(name, sender);
  return sender;
}
