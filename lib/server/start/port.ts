import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { ExpectedError } from "@/lib/expected-error";

/**
 * Refuses with advice when nothing can listen there; asked early, before anything is started.
 *
 * @param patience how long to wait for whoever listens there to end, in milliseconds
 */
export async function assertPortFree(host: string, port: number, patience = 0): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const error = await tryToListen(host, port);
    if (!error) {
      return;
    }
    if (error.code !== "EADDRINUSE" || Date.now() >= deadline) {
      throw new ExpectedError(describeListenError(error, host, port));
    }
    await pause(100);
  }
}

function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", resolve);
    server.listen({ host, port }, () => server.close(() => resolve(null)));
  });
}

/** Says in a sentence why listening failed and what to do. */
export function describeListenError(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is taken by another program. End that program, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`;
    case "EACCES":
      return `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST=${host} is no address of this machine. 127.0.0.1 serves this machine alone, 0.0.0.0 all that can reach it.`;
    default:
      return `The web server cannot listen on ${host}:${port}: ${error.message}`;
  }
}
