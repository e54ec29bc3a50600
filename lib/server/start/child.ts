import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ExpectedError } from "@/lib/expected-error";
import type { Report } from "@/lib/server/start/process";

export type ChildOptions = {
  /** As the terminal names it: "The web server". */
  name: string;
  /** Its entry, relative to the root of the project: TypeScript, or JavaScript that the build made. */
  file: string;
  arguments?: string[];
  env: NodeJS.ProcessEnv;
  /** Done before each launch. */
  prepare?: () => Promise<void>;
  say: (line: string) => void;
  /** Called when the child keeps dying and is not launched again. */
  onGiveUp: (error: Error) => void;
};

export type Child = { stop: () => Promise<void> };

const root = fileURLToPath(new URL("../../../", import.meta.url));
const stopMilliseconds = 15_000;
const deathsBeforeGivingUp = 6;
const deathWindowMilliseconds = 60_000;

/**
 * Launches a process of ours and keeps it running: one that dies is launched again, until it has
 * died six times within a minute. Resolves when the first launch is ready.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  let current: ChildProcess | undefined;
  let stopping = false;
  const deaths: number[] = [];

  const launch = async () => {
    await options.prepare?.();
    if (stopping) {
      return;
    }
    current = fork(options);
    current.once("exit", () => void revive());
    await whenReady(current, options.name);
  };
  let started = false;
  const revive = async () => {
    if (stopping || !started) {
      return;
    }
    deaths.push(Date.now());
    const recent = deaths.filter((death) => death > Date.now() - deathWindowMilliseconds);
    if (recent.length >= deathsBeforeGivingUp) {
      options.onGiveUp(new ExpectedError(`${options.name} keeps failing.`));
      return;
    }
    options.say(`${options.name} ended unexpectedly; starting it again`);
    // Longer each time: what it needs, such as a database elsewhere, may be away for a while.
    await pause(1_000 * 2 ** (recent.length - 1), undefined, { ref: false });
    // A launch that fails ends its process, which brings us here again.
    await launch().catch(() => undefined);
  };

  await launch();
  started = true;
  return {
    stop: async () => {
      stopping = true;
      await stopProcess(current);
    },
  };
}

function fork({ file, arguments: rest = [], env }: ChildOptions): ChildProcess {
  const loader = file.endsWith(".ts") ? ["--import", "tsx"] : [];
  return spawn(process.execPath, [...loader, file, ...rest], {
    cwd: root,
    env,
    // The channel is how a child learns of our end, however it comes.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // Detached, so that a Ctrl-C in the terminal reaches the supervisor alone, which stops in order.
    detached: true,
  });
}

function whenReady(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("message", (report: Report) => {
      if (report.kind === "ready") {
        resolve();
      } else if (report.kind === "failed") {
        reject(new ExpectedError(`${name} did not start. ${report.message}`));
      }
    });
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      reject(new ExpectedError(`${name} did not start (ended with ${signal ?? code}).`)),
    );
  });
}

async function stopProcess(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const late = setTimeout(() => child.kill("SIGKILL"), stopMilliseconds);
  if (child.connected) {
    child.disconnect();
  }
  await ended;
  clearTimeout(late);
}
