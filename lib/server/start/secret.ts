import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExpectedError } from "@/lib/expected-error";

/**
 * The key of sessions, ids and placeholders, kept outside the database. Made at the first start.
 * It must never change: ids made with another key would not match.
 */
export function readOrMakeSecret(folder: string): string {
  const file = join(folder, "secret");
  try {
    const made = randomBytes(32).toString("base64url");
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: "wx" });
    return made;
  } catch {
    const kept = readFileSync(file, "utf8").trim();
    if (kept.length < 32) {
      throw new ExpectedError(`${file} is damaged. Restore it from a backup, or set ASSAY_SECRET.`);
    }
    return kept;
  }
}
