import { setImmediate } from "node:timers/promises";

/** How long a reader may hold the process. */
const TURN_MS = 1;

/**
 * The same items, with a turn for others between them as soon as their reader has held the process
 * for a while: answers of the database to the batch before, and everybody else's pages, would
 * otherwise wait until all that has come in is read.
 */
export async function* takeTurns<T>(items: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  let since = performance.now();
  for await (const item of items) {
    yield item;
    if (performance.now() - since < TURN_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
