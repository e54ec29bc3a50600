/** Where a story finds the Assay that its worker has to itself. */
export type OwnProduct = {
  baseUrl: string;
  /** Makes the first account, once. */
  setupLink: string;
  /** What it stores, and what it says (product.log). */
  folder: string;
};

/** Told from the global set-up to the workers, one product each. */
export const PRODUCTS = "ASSAY_E2E_PRODUCTS";

const given = JSON.parse(process.env[PRODUCTS] ?? "[]") as OwnProduct[];

/** The product of this worker; empty where no story runs, as while they are listed. */
export const OWN: OwnProduct = given[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? {
  baseUrl: "",
  setupLink: "",
  folder: "",
};
