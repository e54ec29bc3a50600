import { setImmediate as turn } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { enterRoom, Room } from "./body-room";
import { stalledBody, streamed } from "./testing-stall";

const MEGABYTE = 1024 * 1024;
const PATIENCE = { still: 60_000, whole: 60_000 };
const SHORT = { still: 20, whole: 60_000 };

const packed = (text: string) =>
  streamed(new Blob([gzipSync(text)]).stream(), { "content-encoding": "gzip" });

/** Whether it comes about by itself, without anybody else doing anything. */
async function happens(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => (done = true));
  for (let turns = 0; turns < 100; turns += 1) await turn();
  return done;
}

test("lets in what fits, in the order in which it was asked for", async () => {
  const room = new Room(10);
  const entered: string[] = [];
  const ask = async (name: string, bytes: number) => {
    const leave = await room.enter(bytes);
    entered.push(name);
    return leave;
  };
  const leaveFirst = await ask("first", 6);
  const large = ask("large", 8);
  const small = ask("small", 1);
  // the small one would fit, and waits behind the large one all the same
  const leaveNone = await Promise.race([small, Promise.resolve(null)]);
  expect(leaveNone).toBeNull();
  expect(entered).toEqual(["first"]);
  leaveFirst();
  const leaves = await Promise.all([large, small]);
  expect(entered).toEqual(["first", "large", "small"]);
  for (const leave of leaves) leave();
  await ask("more than there is", 1_000);
  expect(entered).toHaveLength(4);
});

test("lets packed bodies in side by side that do not say how large they are", async () => {
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, n) => enterRoom(packed(`body ${n}`), "gzip")),
  );
  const bodies = await Promise.all(all.map(({ read }) => read()));
  expect(bodies.map((body) => body.ok && String(body.value.bytes))).toEqual(
    Array.from({ length: 20 }, (_, n) => `body ${n}`),
  );
  for (const { leave } of all) leave();
});

test("lets a packed body in by what it unpacks to; until then it lies in the room of packed ones", async () => {
  const rooms = { whole: new Room(1000), packed: new Room(MEGABYTE) };
  const enter = () => enterRoom(packed("x".repeat(600)), "gzip", PATIENCE, rooms);
  const first = await enter();
  const second = enter();
  expect(await happens(second)).toBe(false);
  const third = enter();
  const small = rooms.whole.enter(100);
  // the second has been read and waits; the third is unread, for the second lies in its place
  expect(await happens(rooms.packed.enter(1))).toBe(false);
  first.leave();
  (await second).leave();
  (await small)();
  expect(await (await third).read()).toMatchObject({ ok: true, value: { bytes: { length: 600 } } });
});

test("gives the room back when a body stops coming", async () => {
  const rooms = { whole: new Room(8 * MEGABYTE), packed: new Room(MEGABYTE) };
  const stalled = stalledBody(gzipSync("x").subarray(0, 10));
  const entered = await enterRoom(streamed(stalled.body), "gzip", SHORT, rooms);
  expect(await entered.read()).toMatchObject({ ok: false, code: "timed_out" });
  entered.leave();
  const plain = stalledBody(Buffer.from("{"));
  const { read, leave } = await enterRoom(streamed(plain.body), "", SHORT, rooms);
  expect(await happens(rooms.whole.enter(1))).toBe(false);
  expect(await read()).toMatchObject({ ok: false, code: "timed_out" });
  leave();
  expect([stalled.seen.cancelled, plain.seen.cancelled]).toEqual([true, true]);
  expect(await happens(rooms.packed.enter(MEGABYTE))).toBe(true);
  expect(await happens(rooms.whole.enter(8 * MEGABYTE - 1))).toBe(true);
});
