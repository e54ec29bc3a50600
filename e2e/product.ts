import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A started Assay, or what it said before it ended. */
export type Product = {
  /** Of the supervisor, whose children serve, work and store. */
  pid: number;
  /** What it printed so far. */
  output: () => string;
  baseUrl: string;
  /** Resolves to the printed set-up link, or to null once it ended or an account exists. */
  setupLink: Promise<string | null>;
  /** Resolves to the exit code; null when it was killed. */
  exited: Promise<number | null>;
  signal: (name: NodeJS.Signals) => void;
};

export type Place = { folder: string; port: number; remove: () => void };

/** A data folder that nobody uses, and a port. */
export async function makePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "assay-e2e-"));
  return {
    folder,
    port: await findFreePort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

type Extra = {
  env?: Record<string, string>;
  /** Is told all that it prints, as it prints it. */
  hear?: (chunk: string) => void;
};

/** Starts the real product as a person would. */
export function startProduct({ folder, port }: Omit<Place, "remove">, extra: Extra = {}): Product {
  const child = spawn(process.execPath, ["bin/start.mjs"], {
    cwd: root,
    env: {
      ...process.env,
      ASSAY_DATA_DIR: folder,
      PORT: String(port),
      // Its own database and name, whatever the developer's shell says.
      ASSAY_URL: "",
      ASSAY_SECRET: "",
      DATABASE_URL: "",
      HOST: "",
      ...extra.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      extra.hear?.(chunk);
      listeners.forEach((listener) => listener());
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    pid: child.pid ?? 0,
    output: () => output,
    baseUrl: `http://localhost:${port}`,
    setupLink: awaitEntry(listeners, () => output, exited),
    exited,
    signal: (name) => signal(child, name),
  };
}

function awaitEntry(
  listeners: Set<() => void>,
  output: () => string,
  exited: Promise<number | null>,
): Promise<string | null> {
  return new Promise((resolve) => {
    const look = () => {
      const [, label, url] = /^(Set up Assay|Assay): (\S+)\n/m.exec(output()) ?? [];
      if (url) {
        resolve(label === "Assay" ? null : url);
      }
    };
    listeners.add(look);
    void exited.then(() => resolve(null));
  });
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(name);
  }
}

/**
 * A port that nobody listens on. Not one of those that the system hands out by itself, above 32,768:
 * until the product listens, and while it is started again, any connection might be given it.
 */
async function findFreePort(): Promise<number> {
  const port = randomInt(20_000, 30_000);
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
  return isFree ? port : findFreePort();
}
