import { z } from "zod";
import { ExpectedError } from "@/lib/expected-error";

const httpUrl = z
  .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
  .transform((url) => url.replace(/\/+$/, ""));

const schema = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must be an address such as postgres://user:password@host:5432/database",
    })
    .optional(),
  PORT: z.coerce
    .number({ error: "must be a number from 1 to 65535" })
    .int("must be a number from 1 to 65535")
    .min(1, "must be a number from 1 to 65535")
    .max(65_535, "must be a number from 1 to 65535")
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  ASSAY_DATA_DIR: z.string().default(".assay"),
  ASSAY_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  ASSAY_URL: httpUrl.optional(),
});

/** What the operator may set. `.env.example` describes each. */
export type Settings = {
  databaseUrl: string | undefined;
  port: number;
  host: string;
  /** As given; relative to the root of the project. */
  dataFolder: string;
  secret: string | undefined;
  /** Where people reach Assay: ASSAY_URL, else this machine and port. No slash at the end. */
  baseUrl: string;
  /** The origins a browser may send requests that change something from. */
  trustedOrigins: string[];
  /** Whether a proxy stands before us, whose word about the client's address counts. */
  behindProxy: boolean;
};

/** The settings a process needs that serves or works: nothing is left to be made. */
export type Environment = Settings & { databaseUrl: string; secret: string };

/** Reads and checks the settings; an empty variable counts as not set. */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new ExpectedError(lines.join("\n"));
  }
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    port: data.PORT,
    host: data.HOST,
    dataFolder: data.ASSAY_DATA_DIR,
    secret: data.ASSAY_SECRET,
    ...locate(data),
  };
}

function locate({ ASSAY_URL, HOST, PORT }: z.infer<typeof schema>) {
  if (ASSAY_URL) {
    return {
      baseUrl: ASSAY_URL,
      trustedOrigins: [new URL(ASSAY_URL).origin],
      behindProxy: true,
    };
  }
  const baseUrl = `http://${nameOf(HOST)}:${PORT}`;
  // This machine has two usual names, and people type either.
  return { baseUrl, trustedOrigins: [baseUrl, `http://127.0.0.1:${PORT}`], behindProxy: false };
}

/** The name a browser on this machine uses for what listens on `host`. */
function nameOf(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::", "::1", "localhost"].includes(host)) {
    return "localhost";
  }
  return host.includes(":") ? `[${host}]` : host;
}

let environment: Environment | undefined;

/** The environment of this process, read once. A build has none, so call it when asked, not on import. */
export function getEnv(): Environment {
  environment ??= complete(parseSettings(process.env));
  return environment;
}

function complete(settings: Settings): Environment {
  const { databaseUrl, secret } = settings;
  if (!databaseUrl || !secret) {
    throw new ExpectedError(
      "DATABASE_URL and ASSAY_SECRET must be set for this process; npm start sets them by itself.",
    );
  }
  return { ...settings, databaseUrl, secret };
}
