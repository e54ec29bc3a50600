import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { holdBack, offerFlow, readPaced } from "./request-flow";

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

/** The request that a route gets of it, its body handed on in one of two ways. */
function requestOf(incoming: IncomingMessage, body: BodyInit): Request {
  const headers = new Headers(incoming.headers as Record<string, string>);
  const init = { method: "POST", headers, body, duplex: "half" };
  return new Request("http://localhost", init);
}

/** Or the message itself, from which a stream is made that takes when it is asked. */
const asItIs = (incoming: IncomingMessage) => incoming as unknown as BodyInit;

type Read = (request: Request) => AsyncIterable<Uint8Array>;

/** Sends a large body to a server that hands it on so, and takes it slowly from there. */
async function receiveSlowly(
  read: Read,
  hand: (incoming: IncomingMessage) => BodyInit = asNextDoes,
) {
  let [received, taken, most] = [0, 0, 0];
  const server = createServer((incoming, response) => {
    offerFlow(incoming);
    const request = requestOf(incoming, hand(incoming));
    const { push } = incoming;
    incoming.push = (chunk: Uint8Array | null, ...rest) => {
      received += chunk?.length ?? 0;
      most = Math.max(most, received - taken);
      return push.call(incoming, chunk, ...rest);
    };
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

async function* readAfterAWhile(request: Request) {
  const letGo = holdBack(request);
  for (let turns = 0; turns < 2000; turns += 1) await turn();
  letGo();
  yield* readPaced(request);
}

it.each([
  ["takes whatever comes", asNextDoes],
  ["takes when it is asked", asItIs],
])(
  "holds back the sender of a body whose turn is yet to come, from a stream that %s",
  async (_, hand) => {
    const { taken, most } = await receiveSlowly(readAfterAWhile, hand);
    expect(taken).toBe(SIZE);
    expect(most).toBeLessThan(3 * MEGABYTE);
  },
);

it.each([
  ["takes whatever comes", asNextDoes],
  ["takes when it is asked", asItIs],
])(
  "ends a body that stalls, from a stream that %s, and its sender is answered",
  async (_, hand) => {
    let taken = 0;
    const server = createServer((incoming, response) => {
      offerFlow(incoming);
      const ended = new AbortController();
      const request = requestOf(incoming, hand(incoming));
      void (async () => {
        for await (const chunk of readPaced(request, ended.signal)) {
          taken += chunk.length;
          setImmediate(() => ended.abort());
        }
        response.writeHead(408, { connection: "close" }).end();
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const status = await new Promise((resolve, reject) => {
      const headers = { "content-length": MEGABYTE };
      const upload = send({ port, host: "127.0.0.1", method: "POST", headers }, (response) => {
        resolve(response.statusCode);
        response.resume();
      }).on("error", reject);
      upload.write("the first of it");
    });
    expect([status, taken]).toEqual([408, 15]);
    await new Promise((resolve) => server.close(resolve));
  },
);
