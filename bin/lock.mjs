import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One Assay at a time on a data folder. The lock is a file that names its process; a file left by a
 * process that is gone (or whose number another program got since) does not count.
 *
 * @param {string} folder the data folder; made if missing
 * @returns {{ release: () => void, tookOver: boolean }} tookOver: a start before was killed
 */
export function takeLock(folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock");
  const mine = join(folder, `lock.${process.pid}`);
  writeFileSync(mine, JSON.stringify({ pid: process.pid, born: bornAt(process.pid) }));
  let tookOver = false;
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        // A link appears whole or not at all, so nobody reads half a lock.
        linkSync(mine, file);
        return { release: () => rmSync(file, { force: true }), tookOver };
      } catch (error) {
        if (error.code !== "EEXIST") {
          throw error;
        }
      }
      const holder = readHolder(file);
      if (holder && isAlive(holder)) {
        throw heldBy(holder, folder);
      }
      rmSync(file, { force: true });
      tookOver = true;
    }
    throw heldBy(readHolder(file), folder);
  } finally {
    rmSync(mine, { force: true });
  }
}

function heldBy(holder, folder) {
  const error = new Error(
    `Assay already runs on ${folder}${holder ? ` (process ${holder.pid})` : ""}. ` +
      "Stop it first, or give this one a data folder and a port of its own: " +
      "ASSAY_DATA_DIR=.assay-2 PORT=3001 npm start",
  );
  error.name = "ExpectedError";
  return error;
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function isAlive(holder) {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") {
      return false;
    }
  }
  return bornAt(holder.pid) === holder.born;
}

/** What tells a process from a later one with the same number: when it began. Null: gone. */
function bornAt(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // After the name in brackets: the state, and 19 fields on the start in clock ticks.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? null : fields[19];
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}
