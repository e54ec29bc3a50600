import * as fc from "fast-check";
import { expect, it } from "vitest";
import { currentLabels } from "./consensus";
import { judgeRows, type StoredLabel } from "./judge-rows";
import { extendLine, rowsUpTo } from "./label-line";
import type { LabelRow } from "./label-row";
import {
  acknowledge,
  EMPTY_OUTBOX,
  fail,
  nextOrder,
  type Outbox,
  type OutboxEntry,
  putIn,
  takeBatch,
  wake,
  waiting,
} from "./outbox";
import { goTo, move, type Session } from "./session";
import { decide, saveDraft, toggleReason, undo, writeNote } from "./session-words";
import { openSession, progressOf, receiveItems, skipItem, wantedItems } from "./session-queue";
import { Verdict } from "./verdict";

const DRAW = "draw";
const RATER = "ann";
const ITEMS = Array.from({ length: 30 }, (_, index) => ({
  itemId: `item ${index + 1}`,
  position: index + 1,
}));

/** A server, a browser's storage, and the tab of one person: the whole way of a label. */
class World {
  stored: (StoredLabel & Pick<LabelRow, "decisionMs" | "rubric" | "alike">)[] = [];
  storage = new Map<string, OutboxEntry>();
  outbox: Outbox = EMPTY_OUTBOX;
  skipped = new Set<string>();
  session: Session;
  /** What the person last saw on each item. */
  seen = new Map<string, Verdict | null>();
  #ids = 0;
  #now = 0;

  constructor() {
    this.session = this.open();
  }

  id = () => `label ${(this.#ids += 1)}`;
  now = () => (this.#now += 1);

  current() {
    return currentLabels(this.stored).flatMap((row) =>
      row.itemId === null || row.verdict === null
        ? []
        : [{ ...row, itemId: row.itemId, verdict: row.verdict, reasons: [...row.reasons] }],
    );
  }

  counts() {
    const labelled = this.current().length;
    return { labelled, open: ITEMS.length - labelled - this.skipped.size, skipped: 0 };
  }

  /** The queue's answer to a page that names what it has. */
  answer(known: readonly string[], want: number) {
    const labelled = new Set(this.current().map((row) => row.itemId));
    const open = ITEMS.filter(({ itemId }) => !labelled.has(itemId) && !this.skipped.has(itemId));
    const fresh = open.filter(({ itemId }) => !known.includes(itemId));
    return {
      queue: fresh.slice(0, want).map((item) => ({ item, own: null })),
      atEnd: fresh.length <= want,
      counts: this.counts(),
      lost: [],
    };
  }

  open() {
    const current = this.current();
    const history = current.slice(-10).flatMap((own) => {
      const item = ITEMS.find((candidate) => candidate.itemId === own.itemId);
      const line = extendLine([], rowsUpTo(this.stored, own.id));
      return item ? [{ item, own, past: line.slice(0, -1) }] : [];
    });
    const session = openSession({
      drawId: DRAW,
      history,
      counts: this.counts(),
      pace: [],
      pending: waiting(this.outbox),
      first: null,
      now: this.now(),
    });
    return this.receive(session, 12);
  }

  receive(session: Session, want: number) {
    const open = session.entries.filter(({ own }) => own === null);
    const known = open.map(({ item }) => item.itemId);
    const unsent = waiting(this.outbox).map(({ row }) => row.itemId);
    const shown = new Set(session.entries.map(({ item }) => item.itemId));
    const here = [...known, ...unsent.filter((id) => shown.has(id))];
    return receiveItems(session, {
      ...this.answer(here, want),
      pending: waiting(this.outbox),
      now: this.now(),
    });
  }

  take({ session, row }: { session: Session; row: LabelRow | null }) {
    this.session = session;
    if (row === null) return;
    const order = nextOrder(this.outbox, this.now());
    const entry: OutboxEntry = { order, drawId: DRAW, row, refusal: null };
    this.storage.set(row.id, entry);
    this.outbox = putIn(this.outbox, [entry]);
  }

  refill() {
    const want = wantedItems(this.session);
    if (want > 0) this.session = this.receive(this.session, want);
  }

  skip() {
    const entry = this.session.entries[this.session.cursor];
    const isUnsent = waiting(this.outbox).some(({ row }) => row.itemId === entry?.item.itemId);
    if (!entry || entry.own !== null || isUnsent) return;
    this.skipped.add(entry.item.itemId);
    this.session = skipItem(this.session, entry.item.itemId, this.now());
  }

  /** Sends a batch; the way there or the way back may be cut. */
  send(fate: "arrives" | "lost on the way" | "answer lost") {
    const taken = takeBatch(this.outbox, this.now());
    if (!taken) return;
    this.outbox = taken.outbox;
    if (fate === "lost on the way") {
      this.outbox = fail(this.outbox, this.now(), "no network");
      return;
    }
    const items = new Set(ITEMS.map((item) => item.itemId));
    const { results, accepted } = judgeRows(taken.rows, items, this.stored, RATER);
    this.stored.push(...accepted.map((row) => ({ ...row, raterId: RATER })));
    expect(results.filter((result) => result.status === "refused")).toEqual([]);
    if (fate === "answer lost") {
      this.outbox = fail(this.outbox, this.now(), "no network");
      return;
    }
    for (const result of results) this.storage.delete(result.id);
    this.outbox = acknowledge(this.outbox, results);
  }

  reload() {
    this.outbox = putIn(EMPTY_OUTBOX, [...this.storage.values()]);
    this.session = this.open();
  }

  look() {
    for (const { item, own } of this.session.entries)
      this.seen.set(item.itemId, own?.verdict ?? null);
  }
}

type Deed = (world: World) => void;

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ verdict: fc.constantFrom(...Verdict.options), stay: fc.boolean() })
      .map(({ verdict, stay }): Deed => (world) => {
        const fresh = { id: world.id(), now: world.now(), stay };
        world.take(decide(world.session, verdict, fresh));
      }),
  },
  {
    weight: 3,
    arbitrary: fc.constant<Deed>((world) =>
      world.take(undo(world.session, { id: world.id(), now: world.now() })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<(1 | -1)[]>(1, -1).map((by): Deed => (world) => {
      world.session = move(world.session, by, world.now());
    }),
  },
  fc.nat(29).map((index): Deed => (world) => {
    world.session = goTo(world.session, `item ${index + 1}`, world.now());
  }),
  fc.integer({ min: 1, max: 9 }).map((digit): Deed => (world) => {
    world.take(toggleReason(world.session, digit, world.id()));
  }),
  fc.constantFrom("", "because", " ").map((note): Deed => (world) => {
    world.take(saveDraft(writeNote(world.session, note), world.id()));
  }),
  {
    weight: 4,
    arbitrary: fc
      .constantFrom("arrives" as const, "lost on the way" as const, "answer lost" as const)
      .map(
        (fate): Deed =>
          (world) =>
            world.send(fate),
      ),
  },
  fc.constant<Deed>((world) => {
    world.outbox = wake(world.outbox);
  }),
  { weight: 4, arbitrary: fc.constant<Deed>((world) => world.refill()) },
  fc.constant<Deed>((world) => world.skip()),
  fc.constant<Deed>((world) => world.reload()),
);

it("loses no label and doubles none, whatever is decided, undone, sent, lost or reloaded", () => {
  fc.assert(
    fc.property(fc.array(anyDeed, { maxLength: 120 }), (deeds) => {
      const world = new World();
      for (const deed of deeds) {
        deed(world);
        world.look();
      }
      world.reload();
      world.look();
      for (let round = 0; waiting(world.outbox).length > 0; round += 1) {
        expect(round).toBeLessThan(20);
        world.send("arrives");
      }
      const current = world.current();
      const saved = new Map(current.map((row) => [row.itemId, row.verdict]));
      for (const [itemId, verdict] of world.seen) expect(saved.get(itemId) ?? null).toBe(verdict);
      expect(saved.size).toBe(current.length);
      expect(world.storage.size).toBe(0);
      expect(new Set(world.stored.map((row) => row.id)).size).toBe(world.stored.length);
    }),
    { numRuns: 300 },
  );
});

it("counts every item once, however far labels and refills have come", () => {
  fc.assert(
    fc.property(fc.array(anyDeed, { maxLength: 120 }), (deeds) => {
      const world = new World();
      for (const deed of deeds) {
        deed(world);
        world.look();
      }
      const labelled = [...world.seen.values()].filter((verdict) => verdict !== null).length;
      expect(progressOf(world.session).done).toBe(labelled);
    }),
    { numRuns: 300 },
  );
});

it("walks back along every word of an item, whatever was sent or reloaded in between", () => {
  const anyPause = fc.constantFrom<Deed>(
    () => undefined,
    (world) => world.reload(),
    (world) => world.send("arrives"),
    (world) => (world.send("arrives"), world.reload()),
    (world) => (world.send("answer lost"), world.reload()),
    (world) => world.send("lost on the way"),
  );
  const anyWord = fc.tuple(fc.constantFrom(...Verdict.options), anyPause);
  fc.assert(
    fc.property(
      fc.array(anyWord, { minLength: 1, maxLength: 8 }),
      fc.infiniteStream(anyPause),
      (words, pauses) => {
        const world = new World();
        const stood: Verdict[] = [];
        for (const [verdict, pause] of words) {
          world.session = goTo(world.session, "item 1", world.now());
          world.take(
            decide(world.session, verdict, { id: world.id(), now: world.now(), stay: true }),
          );
          if (stood.at(-1) !== verdict) stood.push(verdict);
          pause(world);
        }
        for (const expected of [...stood.slice(0, -1).toReversed(), null]) {
          world.take(undo(world.session, { id: world.id(), now: world.now() }));
          const shown = world.session.entries.find(({ item }) => item.itemId === "item 1");
          expect(shown?.own?.verdict ?? null).toBe(expected);
          pauses.next().value(world);
        }
      },
    ),
    { numRuns: 300 },
  );
});
