import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Binaries } from "@/db/embedded/binaries";
import { barredFolder, type SystemUser } from "@/db/embedded/system-user";
import { ExpectedError } from "@/lib/expected-error";

/** Where the server's files go when root's own folders bar its user, as /root does. */
const SHARED_PLACE = "/var/lib/assay";

/**
 * A folder that the server's user can reach: the wanted one, or for root one below /var/lib/assay
 * that belongs to it alone. The same wanted folder gets the same one at every start.
 */
export function reachableFolder(
  wanted: string,
  user: SystemUser,
  say: (line: string) => void,
): string {
  mkdirSync(wanted, { recursive: true });
  openTo(wanted, user);
  const barred = barredFolder(wanted, user);
  if (barred === null) return wanted;
  if (user.uid === undefined) {
    throw new ExpectedError(
      `${barred} may not be entered. Set ASSAY_DATA_DIR to a folder of yours.`,
    );
  }
  const digest = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  const folder = join(SHARED_PLACE, digest);
  mkdirSync(folder, { recursive: true });
  chmodSync(SHARED_PLACE, 0o711);
  openTo(folder, user);
  say(`The database lies in ${folder}: PostgreSQL's user may not pass through ${barred}`);
  return folder;
}

/** The programs where they are, or a copy of them in the server's folder when they are barred. */
export function reachableBinaries(binaries: Binaries, folder: string, user: SystemUser): Binaries {
  if (barredFolder(binaries.packageFolder, user) === null) return binaries;
  const copy = join(folder, `programs-${binaries.version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    const native = join(binaries.packageFolder, "native");
    cpSync(native, join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, copy);
  }
  const inCopy = (program: string) => join(copy, "native", "bin", basename(program));
  return {
    ...binaries,
    packageFolder: copy,
    postgres: inCopy(binaries.postgres),
    initdb: inCopy(binaries.initdb),
  };
}

/** Root's server user must be able to pass; nobody else needs to. */
const openTo = (folder: string, user: SystemUser) =>
  chmodSync(folder, user.uid === undefined ? 0o700 : 0o711);
