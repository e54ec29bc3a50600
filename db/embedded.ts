import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { ExpectedError } from "@/lib/expected-error";
import { findBinaries } from "@/db/embedded/binaries";
import { ensureCluster } from "@/db/embedded/cluster";
import { keepSettings } from "@/db/embedded/kept-settings";
import { clearOrphan, readPostmasterFile } from "@/db/embedded/postmaster-file";
import { reachableBinaries, reachableFolder } from "@/db/embedded/reachable";
import { findSystemUser } from "@/db/embedded/system-user";

/** A running PostgreSQL of our own, reachable from this machine alone. */
export type EmbeddedServer = {
  /** The address of one of its databases. */
  url: (database: string) => string;
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends open sessions, writes everything down and stops. */
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Where the data, the password and the log lie. One server a folder; the caller locks it. */
  folder: string;
  /** Server settings over the defaults, such as `{ fsync: "off" }`. */
  settings?: Record<string, string>;
  /** Told what takes a while. */
  say?: (line: string) => void;
};

const defaultSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "256MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** Starts the server, making its data at the first start and repairing what a crash left. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const say = options.say ?? (() => undefined);
  const user = await findSystemUser();
  const folder = reachableFolder(options.folder, user, say);
  const binaries = reachableBinaries(await findBinaries(), folder, user);

  const data = join(folder, "postgres");
  await clearOrphan(data, say);
  const { port, password } = await keepSettings(join(folder, "postgres.json"));
  await ensureCluster(binaries, user, folder, password);

  const settings = Object.entries({ ...defaultSettings, ...options.settings });
  const flags = [
    "-D",
    data,
    "-p",
    String(port),
    ...settings.flatMap(([k, v]) => ["-c", `${k}=${v}`]),
  ];
  const logFile = join(folder, "postgres.log");
  const log = openSync(logFile, "w", 0o600);
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(logFile, user.uid, user.gid);
  }
  // Detached, so that a Ctrl-C in the terminal reaches the supervisor alone, which stops in order.
  const child = spawn(binaries.postgres, flags, {
    ...user,
    cwd: data,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  // Nor may it outlive this process when that ends in disorder.
  const endWithUs = () => child.kill("SIGINT");
  process.once("exit", endWithUs);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  }).finally(() => process.off("exit", endWithUs));
  await whenReady(child, data, logFile, say);
  return {
    url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    ended,
    stop: () => stop(child, ended),
  };
}

/** Makes a database unless it is there. */
export async function ensureDatabase(server: EmbeddedServer, name: string): Promise<string> {
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => undefined });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) {
      await sql`create database ${sql(name)}`;
    }
  } finally {
    await sql.end();
  }
  return server.url(name);
}

async function whenReady(
  child: ChildProcess,
  data: string,
  logFile: string,
  say: (line: string) => void,
): Promise<void> {
  const patience = Date.now() + 5_000;
  let told = false;
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const file = readPostmasterFile(data);
    if (file?.pid === child.pid && file.ready) {
      return;
    }
    if (!told && Date.now() > patience) {
      say("PostgreSQL replays what it had not yet written down; this can take minutes");
      told = true;
    }
    await pause(25);
  }
  const tail = readFileSync(logFile, "utf8").trim().split("\n").slice(-12).join("\n");
  throw new ExpectedError(`PostgreSQL did not start. The end of ${logFile}:\n${tail}`);
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill("SIGINT");
  const late = AbortSignal.timeout(30_000);
  late.addEventListener("abort", () => child.kill("SIGQUIT"));
  await ended;
}
