import { articleFormat } from "@/lib/formats/article/article-format";
import { assayFormat } from "@/lib/formats/assay/assay-format";
import { bounded } from "@/lib/formats/bounds";
import type { Format } from "@/lib/formats/format";
import { isObject } from "@/lib/formats/is-object";
import { nameOf } from "@/lib/formats/reasons";
import { applyMapping } from "@/lib/tabular/apply-mapping";
import type { Mapping } from "@/lib/tabular/mapping";

/** A format for the rows of one kind of table, made by saying which column is which field. */
export function mappedFormat(mapping: Mapping): Format {
  const shape = bounded(mapping.messages === undefined ? articleFormat : assayFormat);
  return {
    id: "mapping",
    name: "A table of mapped columns",
    detect: isObject,
    read: (row) =>
      isObject(row)
        ? shape.read(applyMapping(row, mapping))
        : { kind: "other", reason: `not an object but ${nameOf(row)}` },
  };
}
