import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

type Process = {
  pid: number;
  parent: number;
  kilobytes: number;
  /** Of processor time. */
  seconds: number;
  command: string;
};

function listProcesses(): Process[] {
  const table = execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,rss=,time=,args="], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return table.split("\n").flatMap((line) => {
    const [, pid, parent, kilobytes, time, command] =
      /^\s*(\d+)\s+(\d+)\s+(\d+)\s+([\d:.-]+)\s+(.*)$/.exec(line) ?? [];
    if (time === undefined || command === undefined) return [];
    return {
      pid: Number(pid),
      parent: Number(parent),
      kilobytes: Number(kilobytes),
      seconds: secondsOf(time),
      command,
    };
  });
}

/** Days, hours, minutes and seconds as `ps` writes them: `[[1-]02:]03:04[.05]`. */
function secondsOf(time: string): number {
  const [clock = "", days = "0"] = time.split("-").toReversed();
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}

/** Processor time that a process and its children have taken so far, in seconds. */
export function processorSeconds(pid: number): number {
  const own = listProcesses().filter((one) => one.pid === pid || one.parent === pid);
  return own.reduce((sum, { seconds }) => sum + seconds, 0);
}

const MARKS = { web: ".next/assay/web.mjs", postgres: "postgres -D" } as const;

/** The process of a started product that serves, or its PostgreSQL. Throws when there is none. */
export function findProcess(supervisor: number, which: keyof typeof MARKS): number {
  const found = listProcesses().find(
    ({ parent, command }) => parent === supervisor && command.includes(MARKS[which]),
  );
  if (!found) throw new Error(`The process ${which} of ${supervisor} is not there.`);
  return found.pid;
}

const hasProc = existsSync("/proc/self/status");

/**
 * Memory that a process holds now, in millions of bytes; 0 when it has gone. Read from /proc where there
 * is one: `ps` takes some fifty milliseconds, in which whoever measures sends nothing.
 */
const residentNow = (pid: number): number =>
  (hasProc ? residentOf(pid) : (listProcesses().find((one) => one.pid === pid)?.kilobytes ?? 0)) *
  1.024e-3;

function residentOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Watches the memory of a process; ask it at the end for the most that it has seen. */
export function watchMemory(pid: number, milliseconds = 200): () => number {
  let peak = residentNow(pid);
  const look = () => {
    peak = Math.max(peak, residentNow(pid));
  };
  const timer = setInterval(look, milliseconds);
  return () => {
    clearInterval(timer);
    look();
    return peak;
  };
}
