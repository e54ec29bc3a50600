import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { offerFlow, readPaced } from "./request-flow";

const MEGABYTE = 1024 * 1024;
const SIZE = 40 * MEGABYTE;

/** The stream that a route gets: it takes in all that comes, read or not. */
const asNextDoes = (incoming: IncomingMessage) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => {
      incoming.on("data", (chunk: Uint8Array) => controller.enqueue(new Uint8Array(chunk)));
      incoming.on("end", () => controller.close());
    },
  });

/** Sends a large body to a server that hands it on so, and takes it slowly from there. */
async function receiveSlowly(read: (request: Request) => AsyncIterable<Uint8Array>) {
  let [received, taken, most] = [0, 0, 0];
  const server = createServer((incoming, response) => {
    offerFlow(incoming);
    const body = asNextDoes(incoming);
    incoming.on("data", (chunk: Uint8Array) => {
      received += chunk.length;
      most = Math.max(most, received - taken);
    });
    const headers = new Headers(incoming.headers as Record<string, string>);
    const init = { method: "POST", headers, body, duplex: "half" };
    const request = new Request("http://localhost", init);
    void (async () => {
      for await (const chunk of read(request)) {
        taken += chunk.length;
        for (let turns = 0; turns < 20; turns += 1) await turn();
      }
      response.end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve, reject) => {
    const upload = send({ port, host: "127.0.0.1", method: "POST" }, (response) => {
      response.resume().on("end", resolve);
    }).on("error", reject);
    const block = Buffer.alloc(MEGABYTE);
    Readable.from(Array.from({ length: SIZE / MEGABYTE }, () => block)).pipe(upload);
  });
  server.close();
  return { taken, most };
}

it("holds the sender back while what it sent is not taken, and loses nothing", async () => {
  const { taken, most } = await receiveSlowly(readPaced);
  expect(taken).toBe(SIZE);
  expect(most).toBeLessThan(3 * MEGABYTE);
});

it("reads a body whole that came another way, and one that is not there", async () => {
  const read = async (request: Request) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of readPaced(request)) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  const post = new Request("http://localhost", { method: "POST", body: "abc" });
  expect(String(await read(post))).toBe("abc");
  expect(await read(new Request("http://localhost"))).toHaveLength(0);
});
