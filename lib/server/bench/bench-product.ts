import { createHash, randomBytes, randomUUID } from "node:crypto";
import { openAsBlob, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { makePlace, type Place, startProduct } from "@/e2e/product";
import { ExpectedError } from "@/lib/expected-error";
import type { Receipt } from "@/lib/imports/receipt";

/** The address of the database of a product that runs in this place. */
function addressOfDatabase({ folder }: Pick<Place, "folder">): string {
  const { port, password } = JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8"));
  return `postgres://postgres:${password}@127.0.0.1:${port}/assay`;
}

/** Opens the database of a product that runs in this place. */
export const openProductDatabase = (place: Pick<Place, "folder">): Sql =>
  postgres(addressOfDatabase(place), { max: 1, onnotice: () => undefined });

export type Home = { workspaceId: string; key: string };

/** A workspace with an owner and an API key, written as the product would have. */
export async function makeHome(sql: Sql, name: string): Promise<Home> {
  const [owner, workspaceId] = [randomUUID(), randomUUID()];
  const key = `assay_${randomBytes(32).toString("base64url")}`;
  const secretHash = createHash("sha256").update(key).digest("hex");
  await sql.begin(async (tx) => {
    await tx`INSERT INTO users (id, name, email) VALUES (${owner}, 'Bench', ${`${owner}@example.org`})`;
    await tx`INSERT INTO workspaces (id, slug, name) VALUES (${workspaceId}, ${name}, ${name})`;
    await tx`INSERT INTO members (workspace_id, user_id, role) VALUES (${workspaceId}, ${owner}, 'owner')`;
    await tx`INSERT INTO api_keys (workspace_id, id, name, prefix, secret_hash, created_by)
      VALUES (${workspaceId}, ${randomUUID()}, 'bench', ${key.slice(0, 12)}, ${secretHash}, ${owner})`;
  });
  return { workspaceId, key };
}

export type BenchProduct = Awaited<ReturnType<typeof openProduct>>;

/** A real product: on a data folder of its own, or in a place that holds data already. */
export async function openProduct(given?: Place) {
  const place = given ?? (await makePlace());
  const product = startProduct(place);
  const link = await product.setupLink;
  if (link === null && !product.output().includes("Assay: ")) {
    throw new ExpectedError(`Assay did not start:\n${product.output()}`);
  }
  const sql = openProductDatabase(place);
  return {
    ...product,
    place,
    databaseUrl: addressOfDatabase(place),
    sql,
    send: (home: Home, file: string | Blob) => send(product.baseUrl, home, file),
    stop: async () => {
      await sql.end({ timeout: 1 }).catch(() => undefined);
      product.signal("SIGTERM");
      await product.exited;
      place.remove();
    },
  };
}

/** Uploads a file through the API; throws what the server said when it refused it. */
async function send(baseUrl: string, home: Home, file: string | Blob): Promise<Receipt> {
  const body = typeof file === "string" ? await openAsBlob(file) : file;
  const response = await fetch(`${baseUrl}/api/v1/imports?name=bench`, {
    method: "POST",
    headers: { authorization: `Bearer ${home.key}` },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text}`);
  return JSON.parse(text) as Receipt;
}
