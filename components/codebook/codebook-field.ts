import type { Codebook } from "@/lib/labelling/codebook";

/** What a group of fields of the codebook is given. */
export type CodebookFieldsProps = {
  codebook: Codebook;
  /** What is wrong, by the dotted path of its field. */
  errors: ReadonlyMap<string, string>;
  onChange: (change: Partial<Codebook>) => void;
};
