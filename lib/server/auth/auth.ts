import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { nextCookies } from "better-auth/next-js";
import * as schema from "@/db/schema";
import { getDatabase } from "@/lib/server/database";
import { getEnv } from "@/lib/server/env";

/** The header that `lib/server/start/web.ts` writes on every request, whatever the client sent. */
const CLIENT_ADDRESS_HEADER = "x-assay-client";

function makeAuth() {
  const env = getEnv();
  return betterAuth({
    appName: "Assay",
    baseURL: env.baseUrl,
    basePath: "/api/auth",
    secret: env.secret,
    trustedOrigins: env.trustedOrigins,
    database: drizzleAdapter(getDatabase(), {
      provider: "pg",
      schema: {
        user: schema.users,
        session: schema.sessions,
        account: schema.credentials,
        verification: schema.verifications,
        rateLimit: schema.rateLimits,
      },
    }),
    // People come in by the set-up link (and, later, by invitation), never by signing themselves up.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: { "/sign-in/email": { window: 60, max: 10 } },
    },
    advanced: {
      useSecureCookies: env.baseUrl.startsWith("https://"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      cookiePrefix: "assay",
    },
    telemetry: { enabled: false },
    plugins: [nextCookies()],
  });
}

let made: ReturnType<typeof makeAuth> | undefined;

/** The accounts library, made on first use because a build has no environment. */
export function getAuth(): ReturnType<typeof makeAuth> {
  made ??= makeAuth();
  return made;
}
