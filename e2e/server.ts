import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { makePlace, startProduct } from "./product";

/**
 * Playwright's global set-up: one real Assay for all stories, on a data folder of its own. The
 * stories find it at ASSAY_E2E_URL, the link that makes the first account at ASSAY_E2E_SETUP_LINK,
 * and what it stores and says (product.log) in ASSAY_E2E_FOLDER. The end of it must be clean.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const place = await makePlace();
  // as talkative as it can be: its own log has no levels to switch on
  const product = startProduct(place, {
    env: { GRAPHILE_LOGGER_DEBUG: "1" },
    hear: (chunk) => appendFileSync(join(place.folder, "product.log"), chunk),
  });
  const link = await product.setupLink;
  if (!link) {
    place.remove();
    throw new Error(`Assay did not start:\n${product.output()}`);
  }
  process.env.ASSAY_E2E_URL = product.baseUrl;
  process.env.ASSAY_E2E_SETUP_LINK = link;
  process.env.ASSAY_E2E_FOLDER = place.folder;
  return async () => {
    product.signal("SIGTERM");
    const code = await product.exited;
    place.remove();
    if (code !== 0) {
      throw new Error(`Assay did not stop cleanly (${code}):\n${product.output()}`);
    }
  };
}
