import { expect, it } from "vitest";
import { takeTurns } from "./take-turns";

async function* numbers(count: number) {
  for (let number = 0; number < count; number += 1) yield number;
}

/** Holds the process, as a reader does. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it("gives all items in their order", async () => {
  const taken = [];
  for await (const item of takeTurns(numbers(1000))) taken.push(item);
  expect(taken).toEqual(Array.from({ length: 1000 }, (_, index) => index));
});

it("lets what waits have its turn between the items, and not after the last", async () => {
  let waits = true;
  setImmediate(() => {
    waits = false;
  });
  let last = -1;
  for await (const item of takeTurns(numbers(1000))) {
    if (!waits) break;
    last = item;
    work(2);
  }
  expect(waits).toBe(false);
  expect(last).toBeLessThan(999);
});

it("closes its source when its reader has enough", async () => {
  let closed = false;
  async function* source() {
    try {
      yield* numbers(10);
    } finally {
      closed = true;
    }
  }
  for await (const item of takeTurns(source())) if (item === 3) break;
  expect(closed).toBe(true);
});
