import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { z } from "zod";
import { ExpectedError } from "@/lib/expected-error";

const settingsSchema = z.object({ port: z.int().min(1).max(65_535), password: z.string().min(16) });

/** What must stay the same from one start to the next: the password, and the port if it is free. */
export type KeptSettings = z.infer<typeof settingsSchema>;

/** Reads the kept settings, or makes them; a port taken by another program is replaced. */
export async function keepSettings(file: string): Promise<KeptSettings> {
  const kept = existsSync(file) ? parseSettings(file) : null;
  if (kept && (await isFree(kept.port))) {
    return kept;
  }
  const settings = {
    port: await findFreePort(),
    password: kept?.password ?? randomBytes(24).toString("base64url"),
  };
  writeFileSync(file, `${JSON.stringify(settings)}\n`, { mode: 0o600 });
  return settings;
}

function parseSettings(file: string): KeptSettings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new ExpectedError(
      `${file} cannot be read; it holds the password of the database beside it. Restore it from a backup.`,
    );
  }
}

const isFree = (port: number) =>
  listenOnce(port).then(
    () => true,
    () => false,
  );

const findFreePort = () => listenOnce(0);

/** Listens on the loopback for a moment and answers the port it got. */
function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1" }, () => {
      const address = server.address();
      const got = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(got));
    });
  });
}
