import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PRICE_BOOK } from "./price-row";
import { DEFAULT_CANDIDATE, ratesOfSlm, SLM_CATALOGUE } from "./slm-catalogue";
import { unitRates } from "./unit-rates";

describe("the catalogue of small models", () => {
  it("names each model once, in order of size, and each is small", () => {
    expect(new Set(SLM_CATALOGUE.map(({ id }) => id)).size).toBe(SLM_CATALOGUE.length);
    const sizes = SLM_CATALOGUE.map(({ parametersB }) => parametersB ?? 0);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
  });

  it.each(SLM_CATALOGUE.filter(({ price }) => price !== null))(
    "lists $name at the price book's price",
    (slm) => {
      const { provider, listedAs, asOf } = slm.price ?? { provider: "", listedAs: "", asOf: "" };
      const rates = unitRates({ provider, model: listedAs, day: asOf, tier: 0 });
      expect(rates).toMatchObject({
        input: ratesOfSlm(slm, [])?.input,
        output: ratesOfSlm(slm, [])?.output,
      });
    },
  );

  it("assumes a candidate with a price", () => {
    expect(DEFAULT_CANDIDATE.price).not.toBeNull();
    expect(ratesOfSlm({ ...DEFAULT_CANDIDATE, price: null }, [])).toBeNull();
  });

  it("names the version of the price book that is installed", () => {
    const file = new URL(`../../node_modules/${PRICE_BOOK.library}/package.json`, import.meta.url);
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(file, "utf8")));
    expect(version).toBe(PRICE_BOOK.version);
  });
});
