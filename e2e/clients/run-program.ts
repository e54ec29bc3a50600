import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type ClientId, clientSetUps } from "@/lib/imports/set-up";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** What the imports page tells people to put into the environment: its first block, and another if named. */
export function environmentOf(client: ClientId, baseUrl: string, key: string, block = 0) {
  const { blocks = [] } = clientSetUps(baseUrl, key).find(({ id }) => id === client) ?? {};
  const text = [blocks[0], blocks[block]].map((one) => one?.text ?? "").join("\n");
  const lines = text.matchAll(/^(\w+)="(.*)"$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
}

/** Runs a client's program to its end, in nothing but the environment given. */
export async function runProgram(name: string, environment: Record<string, string>): Promise<void> {
  const guard = new URL("loopback-only.ts", import.meta.url).href;
  const imports = ["--import", "tsx", "--import", guard];
  const child = spawn(process.execPath, [...imports, `${folder}${name}.ts`], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${said}`);
}
