import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ExpectedError } from "@/lib/expected-error";
import type { Binaries } from "./binaries";
import type { SystemUser } from "./system-user";

const majorVersion = "18";

/**
 * Makes the data folder if there is none. It is made under another name and renamed when whole, so
 * a start that was cut short leaves nothing half made.
 */
export async function ensureCluster(
  binaries: Binaries,
  user: SystemUser,
  folder: string,
  password: string,
): Promise<string> {
  const data = join(folder, "postgres");
  if (existsSync(data)) {
    assertVersion(data);
    return data;
  }
  const unfinished = join(folder, "postgres.unfinished");
  const passwordFile = join(folder, "postgres.password");
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    makeOwnedFolder(unfinished, user);
    await initialise(binaries, user, unfinished, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, data);
  return data;
}

function makeOwnedFolder(path: string, user: SystemUser): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(path, user.uid, user.gid);
  }
}

function initialise(binaries: Binaries, user: SystemUser, data: string, passwordFile: string) {
  const flags = [
    `--pgdata=${data}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // PostgreSQL's own collation: the same order on every machine, whatever its system locales.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  return new Promise<void>((resolve, reject) => {
    const child = spawn(binaries.initdb, flags, { ...user, cwd: data });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new ExpectedError(`PostgreSQL could not make its data folder:\n${output.trim()}`)),
    );
  });
}

function assertVersion(data: string): void {
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version !== majorVersion) {
    throw new ExpectedError(
      `${data} was made by PostgreSQL ${version}; this Assay brings ${majorVersion}. Move the data with pg_dump and pg_restore.`,
    );
  }
}
