import { makePlace, startProduct } from "./product";

/**
 * Playwright's global set-up: one real Assay for all stories, on a data folder of its own. The
 * stories find it at ASSAY_E2E_URL, and the link that makes the first account at
 * ASSAY_E2E_SETUP_LINK. The end of it must be clean.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const place = await makePlace();
  const product = startProduct(place);
  const link = await product.setupLink;
  if (!link) {
    place.remove();
    throw new Error(`Assay did not start:\n${product.output()}`);
  }
  process.env.ASSAY_E2E_URL = product.baseUrl;
  process.env.ASSAY_E2E_SETUP_LINK = link;
  return async () => {
    product.signal("SIGTERM");
    const code = await product.exited;
    place.remove();
    if (code !== 0) {
      throw new Error(`Assay did not stop cleanly (${code}):\n${product.output()}`);
    }
  };
}
