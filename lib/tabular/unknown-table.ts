import { fileFormats } from "@/lib/formats/detect";
import { isObject } from "@/lib/formats/is-object";
import { guessMapping } from "@/lib/tabular/guess-mapping";

const SHOWN = 20;
const WHAT = "columns of no known shape";
const NAMES = { csv: "CSV", json: "JSON", parquet: "Parquet" };

/**
 * Why a table is not read: the columns that were seen, and how to name them so that it is.
 *
 * @param values the first rows as records
 */
export function unknownTable(container: keyof typeof NAMES, values: readonly unknown[]): string {
  const rows = values.filter(isObject);
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const shown = columns.slice(0, SHOWN).map((name) => Array.from(name).slice(0, 40).join(""));
  const more = columns.length > SHOWN ? ` and ${columns.length - SHOWN} more` : "";
  const what = container === "json" ? "records of no known shape, with the keys" : WHAT;
  const seen = `This ${NAMES[container]} file has ${what}: ${shown.join(", ")}${more}.`;
  const guesses = guessMapping(columns, rows).filter(({ field, column }) => field !== column);
  const hint = guesses.map(({ field, column }) => `${column} as ${field}`).join(", ");
  const rename =
    hint === ""
      ? "Name the columns step_type, prompt and response, or messages and response."
      : `Renaming would help: ${hint}; prompt and response, or messages and response, are needed.`;
  return `${seen} ${rename} Or say once which column is which, on the imports page: later files of these columns are then read by themselves. Known shapes: ${fileFormats.map(({ name }) => name).join("; ")}.`;
}
