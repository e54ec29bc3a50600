import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { type OwnProduct, PRODUCTS } from "./own-product";
import { makePlace, startProduct } from "./product";

type Started = { own: OwnProduct; stop: () => Promise<void> };

/**
 * Playwright's global set-up: one real Assay for each worker, on a data folder of its own, so that
 * stories told side by side never meet. The end of each must be clean.
 */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  const started: Started[] = [];
  const end = async () => {
    const ends = await Promise.allSettled(started.map(({ stop }) => stop()));
    for (const one of ends) if (one.status === "rejected") throw one.reason;
  };
  try {
    // the first may have to build the pages
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    while (started.length < workers) started.push(await begin());
  } catch (error) {
    await end();
    throw error;
  }
  process.env[PRODUCTS] = JSON.stringify(started.map(({ own }) => own));
  return end;
}

async function begin(): Promise<Started> {
  const place = await makePlace();
  const { folder } = place;
  // as talkative as it can be: its own log has no levels to switch on
  const product = startProduct(place, {
    env: { GRAPHILE_LOGGER_DEBUG: "1" },
    hear: (chunk) => appendFileSync(join(folder, "product.log"), chunk),
  });
  const setupLink = await product.setupLink;
  if (!setupLink) {
    place.remove();
    throw new Error(`Assay did not start:\n${product.output()}`);
  }
  const stop = async () => {
    product.signal("SIGTERM");
    const code = await product.exited;
    place.remove();
    if (code !== 0) {
      throw new Error(`Assay did not stop cleanly (${code}):\n${product.output()}`);
    }
  };
  return { own: { baseUrl: product.baseUrl, setupLink, folder }, stop };
}
