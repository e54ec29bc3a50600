import { expect, test } from "vitest";
import { MessagePool } from "./message-pool";
import { emptyFacts, emptySpan, type SpanRecord } from "./span";

const asked = (n: number): SpanRecord => ({
  ...emptySpan("t", `s${n}`),
  call: {
    ...emptyFacts(),
    messages: Array.from({ length: n }, (_, i) => ({ role: "user", content: `message ${i}` })),
    response: { role: "assistant", content: `answer ${n}` },
  },
});

test("what a later call quotes is the very object of the call before", () => {
  const pool = new MessagePool();
  const [first, second] = [pool.share(asked(2)), pool.share(asked(3))];
  expect(second).toEqual(asked(3));
  expect(second.call?.messages?.[0]).toBe(first.call?.messages?.[0]);
  expect(second.call?.messages?.[1]).toBe(first.call?.messages?.[1]);
});

test("messages that differ stay apart, as does what is longer than the memory", () => {
  const pool = new MessagePool();
  const endless = (): SpanRecord => ({
    ...asked(1),
    pieces: [
      {
        at: "1",
        seq: 0,
        side: "input",
        message: { role: "user", content: "x".repeat(9_000_000) },
      },
    ],
  });
  const [first, second] = [pool.share(endless()), pool.share(endless())];
  expect(second.pieces[0]?.message).not.toBe(first.pieces[0]?.message);
  expect(second.pieces[0]?.message).toEqual(first.pieces[0]?.message);
});
