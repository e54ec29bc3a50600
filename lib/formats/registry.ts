import { articleFormat } from "@/lib/formats/article/article-format";
import { assayFormat } from "@/lib/formats/assay/assay-format";
import type { Format } from "@/lib/formats/format";

/** Every format that is read, the more telling ones first. */
export const formats: readonly Format[] = [assayFormat, articleFormat];
