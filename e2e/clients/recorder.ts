import { createServer } from "node:http";
import { type Loopback, listenOnLoopback } from "@/e2e/clients/loopback";

/** One request as a client sent it, and what the product answered. */
export type Sent = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer<ArrayBuffer>;
  status: number;
};

export type Recorder = Loopback & { sent: readonly Sent[] };

/** Headers that belong to one connection, not to what is sent. */
const HOP = ["host", "connection", "content-length", "transfer-encoding", "keep-alive", "expect"];

/** Hands every request on to the product, byte for byte, and remembers it. */
export async function startRecorder(baseUrl: string): Promise<Recorder> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const pairs = Object.entries(request.headers).filter(([name]) => !HOP.includes(name));
    const one = {
      method: request.method ?? "GET",
      path: request.url ?? "/",
      headers: Object.fromEntries(pairs.map(([name, value]) => [name, String(value)])),
      body: Buffer.concat(chunks),
    };
    const answer = await send(baseUrl, one);
    sent.push({ ...one, status: answer.status });
    const type = answer.headers.get("content-type");
    response.writeHead(answer.status, type === null ? {} : { "content-type": type });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  return { ...(await listenOnLoopback(server)), sent };
}

/** Sends a request of a client to the product. */
export function send(
  baseUrl: string,
  { method, path, headers, body }: Omit<Sent, "status">,
): Promise<Response> {
  return fetch(baseUrl + path, {
    method,
    headers,
    ...(body.length > 0 ? { body } : {}),
  });
}
