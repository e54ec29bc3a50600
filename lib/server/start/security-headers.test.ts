import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function readPolicy(mode: "production" | "development"): Promise<string[]> {
  vi.stubEnv("NODE_ENV", mode);
  vi.resetModules();
  const { default: config } = await import("@/next.config");
  const [everywhere] = (await config.headers?.()) ?? [];
  const policy = everywhere?.headers.find(({ key }) => key === "Content-Security-Policy");
  return policy?.value.split("; ") ?? [];
}

it("lets a page in production talk to Assay alone, and run nothing that it makes up", async () => {
  const policy = await readPolicy("production");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("script-src 'self' 'unsafe-inline'");
  expect(policy).toContain("frame-ancestors 'none'");
});

it("lets a page under development hear of changes", async () => {
  expect(await readPolicy("development")).toContain("connect-src 'self' ws: wss:");
});
