import { describe, expect, it } from "vitest";
import {
  acknowledge,
  drop,
  EMPTY_OUTBOX,
  fail,
  nextOrder,
  type OutboxEntry,
  putIn,
  refusedEntries,
  takeBatch,
  waiting,
  wake,
} from "./outbox";

const entry = (order: number): OutboxEntry => ({
  order,
  drawId: "d",
  row: {
    id: `l${order}`,
    itemId: `i${order}`,
    verdict: "viable",
    retracted: false,
    reasons: [],
    note: null,
    rubric: null,
    alike: false,
    supersedes: null,
    decisionMs: null,
  },
  refusal: null,
});
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

describe("the outbox", () => {
  it("sends in the order of making, twenty at once, and one batch at a time", () => {
    const entries = Array.from({ length: 25 }, (_, index) => entry(25 - index));
    const outbox = putIn(putIn(EMPTY_OUTBOX, entries), entries);
    const taken = takeBatch(outbox, 0);
    expect(ids(taken?.rows ?? [])).toEqual(Array.from({ length: 20 }, (_, i) => `l${i + 1}`));
    expect(taken && takeBatch(taken.outbox, 0)).toBeNull();
  });

  it("keeps what is not answered, drops what is saved or known, sets aside what is refused", () => {
    const taken = takeBatch(putIn(EMPTY_OUTBOX, [1, 2, 3, 4].map(entry)), 0);
    if (!taken) throw new Error("nothing taken");
    const after = acknowledge(putIn(taken.outbox, [entry(5)]), [
      { id: "l1", status: "saved" },
      { id: "l2", status: "known" },
      { id: "l3", status: "refused", reason: "no", current: null },
    ]);
    expect(ids(waiting(after).map(({ row }) => row))).toEqual(["l4", "l5"]);
    expect(refusedEntries(after)).toMatchObject([{ row: { id: "l3" }, refusal: { reason: "no" } }]);
    expect(ids(takeBatch(after, 0)?.rows ?? [])).toEqual(["l4", "l5"]);
  });

  it("waits longer after each failure, a minute at most, and not at all when woken", () => {
    let outbox = putIn(EMPTY_OUTBOX, [entry(1)]);
    const waits = Array.from({ length: 9 }, () => {
      outbox = fail(outbox, 0, "The server does not answer.");
      return (outbox.retryAt ?? 0) / 1000;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(takeBatch(outbox, 59_999)).toBeNull();
    expect(takeBatch(outbox, 60_000)).not.toBeNull();
    expect(takeBatch(wake(outbox), 0)).not.toBeNull();
    expect(acknowledge(outbox, [])).toMatchObject({ failures: 0, problem: null });
  });

  it("numbers entries upwards even when the clock goes back, and forgets what is gone", () => {
    const outbox = putIn(EMPTY_OUTBOX, [entry(700)]);
    expect(nextOrder(outbox, 5)).toBe(701);
    expect(nextOrder(outbox, 900)).toBe(900);
    expect(drop(outbox, ["l700"]).entries).toEqual([]);
  });
});
