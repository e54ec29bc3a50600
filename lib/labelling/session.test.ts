import { describe, expect, it } from "vitest";
import type { OwnLabel } from "./label-row";
import { computeTimeLeft } from "./pace";
import { correctOwn, move, pause, type Session, shownEntry } from "./session";
import {
  decide,
  saveDraft,
  toggleAlike,
  toggleReason,
  turnRubric,
  undo,
  writeNote,
} from "./session-words";
import {
  FETCHED_ITEMS,
  isDone,
  openSession,
  progressOf,
  receiveItems,
  skipItem,
  wantedItems,
} from "./session-queue";

const item = (position: number) => ({ itemId: `i${position}`, position });
const queue = (...positions: number[]) =>
  positions.map((position) => ({ item: item(position), own: null }));

type Start = Parameters<typeof openSession>[0] &
  Pick<Parameters<typeof receiveItems>[1], "queue" | "atEnd" | "lost">;

/** A sitting whose first items have come. */
function open(over: Partial<Start> = {}): Session {
  const { queue: items = queue(1, 2, 3), atEnd = true, lost = [], ...start } = over;
  const counts = { labelled: 0, open: 3, skipped: 0 };
  const given = { drawId: "d", history: [], counts, pace: [], pending: [], first: null, now: 1000 };
  const opened = openSession({ ...given, ...start });
  const pending = (start.pending ?? []).filter(({ drawId }) => drawId === "d");
  const answer = { queue: items, atEnd, lost, counts: start.counts ?? counts };
  return receiveItems(opened, { ...answer, pending, now: 1000 });
}

const said = (over: Partial<OwnLabel> = {}): OwnLabel => ({
  id: "old",
  verdict: "viable",
  reasons: [],
  note: null,
  rubric: null,
  alike: false,
  ...over,
});

const at = (id: string, now = 2000, stay = false) => ({ id, now, stay });

describe("decide", () => {
  it("makes a row with what was toggled and written, measures it, and goes on", () => {
    const toggled = toggleReason(toggleReason(open(), 3, "x").session, 1, "x");
    expect(toggled.row).toBeNull();
    const { session, row } = decide(writeNote(toggled.session, " why "), "viable", at("a"));
    expect(row).toEqual({
      id: "a",
      itemId: "i1",
      verdict: "viable",
      retracted: false,
      reasons: [1, 3],
      note: "why",
      rubric: null,
      alike: false,
      supersedes: null,
      decisionMs: 1000,
    });
    expect(shownEntry(session)).toMatchObject({ item: { itemId: "i2" }, draft: { reasons: [] } });
    expect(session.pace).toEqual([1000]);
  });

  it("stays when asked to, and makes no second row for the same word", () => {
    const first = decide(open(), "viable", at("a", 2000, true));
    expect(shownEntry(first.session)?.item.itemId).toBe("i1");
    const again = decide(first.session, "viable", at("b"));
    expect(again.row).toBeNull();
    expect(shownEntry(again.session)?.item.itemId).toBe("i2");
    const other = decide(first.session, "unsure", at("c"));
    expect(other.row).toMatchObject({ supersedes: "a", verdict: "unsure" });
  });

  it("comes back to what was passed over when the queue is at its end", () => {
    let session = move(open(), 1, 0);
    for (const id of ["a", "b"]) session = decide(session, "viable", at(id)).session;
    expect(shownEntry(session)?.item.itemId).toBe("i1");
    session = decide(session, "unsure", at("c")).session;
    expect(isDone(session)).toBe(true);
    expect(shownEntry(session)).toBeNull();
    expect(shownEntry(move(session, -1, 0))?.item.itemId).toBe("i3");
  });

  it("does not measure a decision after the person was away", () => {
    expect(decide(pause(open()), "viable", at("a")).row?.decisionMs).toBeNull();
  });
});

describe("undo", () => {
  it("retracts a first word, shows its item, and keeps what was toggled", () => {
    const decided = decide(toggleReason(open(), 2, "x").session, "viable", at("a")).session;
    const { session, row } = undo(decided, { id: "u", now: 3000 });
    expect(row).toMatchObject({ id: "u", retracted: true, verdict: null, supersedes: "a" });
    expect(shownEntry(session)).toMatchObject({ own: null, draft: { reasons: [2] } });
    expect(undo(session, { id: "v", now: 3000 }).row).toBeNull();
    expect(decide(session, "unsure", at("w", 3030)).row?.decisionMs).toBeNull();
  });

  it("says again what a correction replaced", () => {
    const first = decide(open(), "viable", at("a", 2000, true)).session;
    const second = decide(first, "not_viable", at("b")).session;
    const { session, row } = undo(second, { id: "u", now: 3000 });
    expect(row).toMatchObject({ verdict: "viable", retracted: false, supersedes: "b" });
    expect(undo(session, { id: "w", now: 3000 }).row).toMatchObject({
      retracted: true,
      supersedes: "u",
    });
  });

  it("goes ten deep and more, over what an earlier sitting left too", () => {
    const positions = Array.from({ length: 15 }, (_, index) => index + 1);
    let session = open({
      history: [{ item: item(99), own: said({ reasons: [4] }) }],
      queue: queue(...positions),
      counts: { labelled: 1, open: 15, skipped: 0 },
    });
    for (const n of positions) session = decide(session, "unsure", at(`l${n}`)).session;
    for (const n of positions) session = undo(session, { id: `u${n}`, now: 0 }).session;
    expect(progressOf(session)).toMatchObject({ done: 1 });
    expect(undo(session, { id: "z", now: 0 }).row).toMatchObject({ supersedes: "old" });
  });
});

describe("a labelled item that is visited again", () => {
  it("shows the own label, and a changed note or reason corrects it", () => {
    const decided = decide(open(), "viable", at("a")).session;
    const back = move(decided, -1, 0);
    expect(shownEntry(back)?.own?.verdict).toBe("viable");
    expect(saveDraft(back, "n").row).toBeNull();
    const noted = saveDraft(writeNote(back, "later"), "n");
    expect(noted.row).toMatchObject({ verdict: "viable", note: "later", supersedes: "a" });
    expect(toggleReason(noted.session, 5, "r").row).toMatchObject({
      reasons: [5],
      supersedes: "n",
    });
  });

  it("takes the server's word when another screen labelled it", () => {
    const decided = decide(open(), "viable", at("a")).session;
    const other = said({ id: "o", verdict: "unsure", note: "there" });
    const session = correctOwn(decided, "i1", other);
    expect(session.entries[0]).toMatchObject({ own: other, draft: { note: "there" } });
    expect(undo(session, { id: "u", now: 0 }).row).toBeNull();
  });
});

describe("the queue", () => {
  const counts = { labelled: 0, open: 3, skipped: 0 };
  const answer = { atEnd: true, counts, lost: [], pending: [], now: 5000 };

  it("waits behind the last item and goes on when more come", () => {
    let session = open({ atEnd: false, queue: queue(1) });
    expect(wantedItems(session)).toBe(FETCHED_ITEMS);
    session = decide(session, "viable", at("a")).session;
    expect(shownEntry(session)).toBeNull();
    expect(isDone(session)).toBe(false);
    session = receiveItems(session, { ...answer, queue: queue(1, 2) });
    expect(session.entries).toHaveLength(2);
    expect(shownEntry(session)?.item.itemId).toBe("i2");
    expect(decide(session, "viable", at("b", 5500)).row?.decisionMs).toBe(500);
  });

  it("holds no more than 40, and turns back to what was passed over when it holds so many", () => {
    const positions = Array.from({ length: 40 }, (_, index) => index + 1);
    let session = open({ atEnd: false, queue: queue(...positions) });
    for (const _ of positions) session = move(session, 1, 0);
    expect(shownEntry(session)?.item.itemId).toBe("i40");
    expect(wantedItems(session)).toBe(0);
    session = decide(session, "viable", at("a")).session;
    expect(shownEntry(session)).toBeNull();
    expect(wantedItems(session)).toBe(1);
    const more = receiveItems(session, { ...answer, atEnd: false, queue: queue(41) });
    expect(shownEntry(more)?.item.itemId).toBe("i41");
  });

  it("lets go what others took, but not what is on the screen or labelled", () => {
    const session = decide(open(), "viable", at("a")).session;
    const left = receiveItems(session, { ...answer, queue: [], lost: ["i1", "i2", "i3"] });
    expect(left.entries.map((entry) => entry.item.itemId)).toEqual(["i1", "i2"]);
    expect(shownEntry(left)?.item.itemId).toBe("i2");
  });

  it("goes on behind a skipped item, and counts it", () => {
    const session = skipItem(open(), "i1", 2000);
    expect(shownEntry(session)?.item.itemId).toBe("i2");
    expect(progressOf(session)).toEqual({ done: 0, total: 2, open: 2 });
    expect(session.skipped).toBe(1);
    const labelled = decide(session, "viable", at("a")).session;
    expect(skipItem(labelled, "i2", 0)).toBe(labelled);
    expect(isDone(skipItem(labelled, "i3", 0))).toBe(true);
  });

  it("begins at an item that one asked to look at again", () => {
    const history = [7, 8, 9].map((n) => ({ item: item(n), own: said({ id: `l${n}` }) }));
    expect(shownEntry(open({ history, first: "i8" }))?.own?.id).toBe("l8");
  });

  it("counts labels that wait to be sent as given", () => {
    const first = decide(open(), "viable", at("a")).row;
    if (!first) throw new Error("no row");
    const session = open({ pending: [{ drawId: "d", row: first }] });
    expect(shownEntry(session)?.item.itemId).toBe("i2");
    expect(progressOf(session)).toEqual({ done: 1, total: 3, open: 2 });
    const elsewhere = open({ pending: [{ drawId: "other", row: first }] });
    expect(progressOf(elsewhere).done).toBe(0);
  });
});

describe("rubric and calls alike", () => {
  it("turn from yes to no to nothing, and go out with the verdict", () => {
    const yes = turnRubric(open(), "q1", "x").session;
    const no = turnRubric(turnRubric(yes, "q2", "x").session, "q2", "x").session;
    const { row, session } = decide(toggleAlike(no, "x").session, "viable", at("a"));
    expect(row).toMatchObject({ rubric: { q1: true, q2: false }, alike: true });
    const back = move(session, -1, 0);
    const cleared = turnRubric(back, "q2", "b");
    expect(cleared.row).toMatchObject({ rubric: { q1: true }, supersedes: "a", alike: true });
    expect(toggleAlike(cleared.session, "c").row).toMatchObject({ alike: false, supersedes: "b" });
  });
});

describe("computeTimeLeft", () => {
  it("is the median of the last decisions for each open item, and unknown at first", () => {
    expect(computeTimeLeft([1, 2, 3, 4], 10)).toBeNull();
    expect(computeTimeLeft([1, 2, 3, 4, 900], 10)).toBe(30);
    expect(computeTimeLeft([1, 2, 3, 4, 5, 900], 10)).toBe(35);
  });
});
