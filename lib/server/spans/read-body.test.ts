import { setImmediate as turn } from "node:timers/promises";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readBody } from "./read-body";
import { stalledBody, streamed } from "./testing-stall";
import { unpackedSize } from "./unpack-body";

describe("reading a body", () => {
  it("ends one of which nothing more comes, and says so", async () => {
    const { body, seen } = stalledBody(Buffer.from("{"));
    const read = await readBody(streamed(body), { still: 20, whole: 60_000 });
    expect(read).toMatchObject({ ok: false, code: "timed_out" });
    expect(read).toHaveProperty(
      "message",
      expect.stringMatching(/^For 0.02 seconds nothing more/u),
    );
    expect(seen.cancelled).toBe(true);
  });

  it("ends one that goes on coming without an end", async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await turn();
        controller.enqueue(Uint8Array.of(32));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const read = await readBody(streamed(body), { still: 60_000, whole: 20 });
    expect(read).toHaveProperty("message", expect.stringMatching(/^After 0.02 seconds the body/u));
    expect(cancelled).toBe(true);
  });
});

describe("the size that a packed body unpacks to", () => {
  const text = Buffer.alloc(5000, "a message ");

  it("is what gzip says", () => {
    expect(unpackedSize("gzip", gzipSync(text))).toBe(5000);
    expect(unpackedSize("gzip", gzipSync(Buffer.alloc(65 * 1024 * 1024)))).toBe(64 * 1024 * 1024);
  });

  it("is guessed where nothing says it, or what is said cannot be", () => {
    const deflated = deflateSync(text);
    expect(unpackedSize("deflate", deflated)).toBe(deflated.length * 10);
    const joined = Buffer.concat([gzipSync(text), gzipSync("end")]);
    expect(unpackedSize("gzip", joined)).toBe(joined.length * 10);
    const broken = Buffer.alloc(30, 0xff);
    expect(unpackedSize("gzip", broken)).toBe(300);
    expect(unpackedSize("gzip", Buffer.alloc(0))).toBe(0);
  });
});
