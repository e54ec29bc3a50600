import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { assertPortFree } from "@/lib/server/start/port";

let server: Server | undefined;

afterEach(
  () => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())),
);

function listen(): Promise<number> {
  return new Promise((resolve) => {
    server = createServer().listen(0, "127.0.0.1", () => {
      const address = server?.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}

test("a busy port is refused with another one to try", async () => {
  const port = await listen();
  await expect(assertPortFree("127.0.0.1", port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program.`,
  );
});

test("a port is awaited while whoever listens there ends", async () => {
  const port = await listen();
  const free = assertPortFree("127.0.0.1", port, 10_000);
  server?.close();
  server = undefined;
  await expect(free).resolves.toBeUndefined();
});

test("an address of another machine is refused", async () => {
  await expect(assertPortFree("192.0.2.1", 3000)).rejects.toThrow("HOST=192.0.2.1 is no address");
});
