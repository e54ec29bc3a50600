import { formatUnitPrice } from "@/lib/display/money";
import { SLM_CATALOGUE } from "@/lib/pricing/slm-catalogue";

/** A small model to choose, with its price in words. */
export interface CandidateChoice {
  readonly value: string;
  readonly label: string;
  /** `$0.02 in, $0.05 out`, per million tokens. */
  readonly count: string;
}

/** The catalogue as a list to choose from, those with a price first. */
export function listCandidates(): CandidateChoice[] {
  return SLM_CATALOGUE.toSorted((a, b) => Number(a.price === null) - Number(b.price === null)).map(
    ({ id, name, price }) => ({
      value: id,
      label: name,
      count:
        price === null
          ? "no price"
          : `${formatUnitPrice(price.inputPer1M)} in, ${formatUnitPrice(price.outputPer1M)} out`,
    }),
  );
}
