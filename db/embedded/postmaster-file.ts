import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { platform } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ExpectedError } from "@/lib/expected-error";

/** What PostgreSQL writes about itself into its data folder while it runs. */
type PostmasterFile = { pid: number; ready: boolean };

export function readPostmasterFile(data: string): PostmasterFile | null {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) {
    return null;
  }
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === "ready" };
}

/**
 * Stops a server that a killed start left behind on this data folder, and removes a file that names
 * a process which is something else by now. The caller holds the lock of the folder, so a server
 * found here belongs to nobody.
 */
export async function clearOrphan(data: string, say: (line: string) => void): Promise<void> {
  const left = readPostmasterFile(data);
  if (!left) {
    return;
  }
  if (!isServerOf(left.pid, data)) {
    rmSync(join(data, "postmaster.pid"), { force: true });
    return;
  }
  say("Stopping the PostgreSQL that an earlier start left behind");
  process.kill(left.pid, "SIGINT");
  if (!(await isGoneWithin(left.pid, data, 30_000))) {
    process.kill(left.pid, "SIGQUIT");
    if (!(await isGoneWithin(left.pid, data, 10_000))) {
      throw new ExpectedError(
        `An earlier PostgreSQL (process ${left.pid}) still runs on ${data} and does not stop. End it, then start again.`,
      );
    }
  }
}

async function isGoneWithin(pid: number, data: string, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isServerOf(pid, data)) {
    if (Date.now() > deadline) {
      return false;
    }
    await pause(50);
  }
  return true;
}

/** Is this process a PostgreSQL on this folder? A number may have passed to another program. */
function isServerOf(pid: number, data: string): boolean {
  try {
    const command =
      platform() === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes(data);
  } catch {
    return false;
  }
}
