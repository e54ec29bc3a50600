import { ForeignText } from "@/components/ui/foreign-text";
import { Select } from "@/components/ui/select";
import { columnValue } from "@/lib/tabular/column-value";
import { assignField, fieldOf } from "@/lib/tabular/check-mapping";
import { MAPPED_FIELDS, type MappedField, type Mapping } from "@/lib/tabular/mapping";
import type { TableSample } from "@/lib/tabular/sample-table";

const SAMPLES = 3;
const SHOWN = 120;

const OPTIONS = [
  { value: null, label: "not used" },
  ...MAPPED_FIELDS.map((field) => ({ value: field, label: field })),
];

/** The columns of a table with what stands in them, and for each the field that it is taken for. */
export function MappingColumns(props: {
  table: TableSample;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const { table, mapping } = props;
  return (
    <ul aria-label="Columns" className="flex flex-col border-t border-line">
      {table.paths.map((column) => {
        const field = fieldOf(mapping, column);
        return (
          <li
            key={column}
            className="grid items-start gap-x-4 gap-y-1.5 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_15rem]"
          >
            <div className="min-w-0">
              <ForeignText text={column} mono className="text-sm font-medium" />
              {samplesOf(table, column).map((sample, at) => (
                <ForeignText
                  // oxlint-disable-next-line react/no-array-index-key -- samples of one fixed table
                  key={at}
                  text={sample}
                  className="text-xs text-muted"
                />
              ))}
            </div>
            <div className="flex flex-col gap-1">
              <Select<MappedField | null>
                label={`Field of the column ${column}`}
                options={OPTIONS}
                value={field}
                onChange={(chosen) => props.onChange(assignField(mapping, column, chosen))}
                className="w-full"
              />
              <p className="text-xs text-muted">{whyOf(table, column, field)}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The first values that stand in a column, each once. */
function samplesOf(table: TableSample, column: string): string[] {
  const values = table.rows
    .map((row) => columnValue(row, column))
    .filter((value) => value !== null && value !== undefined && value !== "")
    .map((value) => (typeof value === "string" ? value : JSON.stringify(value)).slice(0, SHOWN));
  const samples = [...new Set(values)].slice(0, SAMPLES);
  return samples.length === 0 ? ["nothing in the first rows"] : samples;
}

function whyOf(table: TableSample, column: string, field: MappedField | null): string {
  const guess = table.guesses.find((one) => one.column === column);
  if (guess && guess.field === field) return `Guessed: ${guess.why}`;
  return field === null ? "" : "Chosen by you";
}
