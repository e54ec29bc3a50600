import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { OWN } from "@/e2e/own-product";
import { makePlace, type Place, startProduct } from "@/e2e/product";

const isHealthy = async (baseUrl: string) => {
  const response = await fetch(`${baseUrl}/api/health`);
  return response.ok && (await response.json()).status === "ok";
};

/** Opens the database that a product made in this place. */
function openDatabase({ folder }: Place) {
  const { port, password } = JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8"));
  return postgres(`postgres://postgres:${password}@127.0.0.1:${port}/assay`, { max: 1 });
}

test("the running product says that it is well", async ({ request }) => {
  const response = await request.get(`${OWN.baseUrl}/api/health`);
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});

test("a busy port is refused before anything is started", async () => {
  const place = await makePlace();
  const port = Number(new URL(OWN.baseUrl).port);
  const product = startProduct({ folder: place.folder, port });
  expect(await product.exited).toBe(1);
  expect(product.output()).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`);
  expect(product.output()).not.toContain("Starting PostgreSQL");
  place.remove();
});

test.describe("on a data folder of its own", () => {
  let place: Place;
  test.beforeAll(async () => {
    place = await makePlace();
  });
  test.afterAll(() => place.remove());

  test("it prints one address, survives a kill and stops cleanly", async () => {
    const killed = startProduct(place);
    expect(await killed.setupLink).toContain(`${killed.baseUrl}/setup?token=`);
    expect(killed.output().match(/https?:/g)).toHaveLength(1);
    expect(await isHealthy(killed.baseUrl)).toBe(true);
    const before = openDatabase(place);
    await before`create table written_before as select 42 as answer`;
    await before.end();
    killed.signal("SIGKILL");
    await killed.exited;

    const recovered = startProduct(place);
    expect(await recovered.setupLink).toContain("/setup?token=");
    expect(await isHealthy(recovered.baseUrl)).toBe(true);
    const after = openDatabase(place);
    expect([...(await after`select answer from written_before`)]).toEqual([{ answer: 42 }]);
    await after.end();

    const second = startProduct(place);
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`Assay already runs on ${place.folder}`);
    expect(await isHealthy(recovered.baseUrl)).toBe(true);

    recovered.signal("SIGINT");
    expect(await recovered.exited).toBe(0);
    expect(recovered.output()).toContain("Stopped");
    await expect(isHealthy(recovered.baseUrl)).rejects.toThrow();
  });
});
