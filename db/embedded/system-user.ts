import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { ExpectedError } from "@/lib/expected-error";

const run = promisify(execFile);

/** Whom PostgreSQL runs as; empty when it runs as the current user. */
export type SystemUser = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root. Root lends it the system user `postgres`, made if missing. */
export async function findSystemUser(): Promise<SystemUser> {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const known = await lookUp();
  if (known) {
    return known;
  }
  try {
    await run("groupadd", ["--system", "postgres"]).catch(() => undefined);
    await run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  } catch {
    // The lookup below decides; useradd may be missing where adduser is not.
  }
  const made = await lookUp();
  if (!made) {
    throw new ExpectedError(
      'PostgreSQL does not run as root, and the system user "postgres" could not be made. Start Assay as another user, or set DATABASE_URL.',
    );
  }
  return made;
}

async function lookUp(): Promise<SystemUser | null> {
  try {
    const [uid, gid] = await Promise.all([
      run("id", ["-u", "postgres"]),
      run("id", ["-g", "postgres"]),
    ]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** The first folder on the way to `path` through which the user may not pass; null when none bars it. */
export function barredFolder(path: string, user: SystemUser): string | null {
  for (let folder = path; ; folder = dirname(folder)) {
    if (!mayPass(folder, user)) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function mayPass(folder: string, user: SystemUser): boolean {
  if (user.uid === undefined) {
    try {
      accessSync(folder, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}
