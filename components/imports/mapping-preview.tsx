import { ForeignText } from "@/components/ui/foreign-text";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { formatDateTime } from "@/lib/display/time";
import type { PreviewedRow } from "@/lib/tabular/preview-mapping";

const YES_NO = new Map([
  [true, "yes"],
  [false, "no"],
]);

const text = (value: string | null) => (value === null ? DASH : <ForeignText text={value} />);

function CallCells({ row }: { row: Extract<PreviewedRow, { kind: "call" }> }) {
  return (
    <>
      <TableCell className="max-w-40">{text(row.stepType)}</TableCell>
      <TableCell className="max-w-64">{text(row.asked)}</TableCell>
      <TableCell className="max-w-64">{text(row.answered)}</TableCell>
      <TableCell className="max-w-40">{text(row.model)}</TableCell>
      <TableNumber>{formatCount(row.inputTokens)}</TableNumber>
      <TableNumber>{formatCount(row.outputTokens)}</TableNumber>
      <TableCell>{row.correct === null ? DASH : YES_NO.get(row.correct)}</TableCell>
      <TableCell>{row.startedAt === null ? DASH : formatDateTime(row.startedAt)}</TableCell>
    </>
  );
}

/** What the first rows would become: calls, or the reason why one would be none. */
export function MappingPreview(props: { rows: readonly PreviewedRow[] }) {
  return (
    <section
      aria-label="Preview"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table aria-label="The first rows as calls">
        <thead>
          <tr>
            <TableHead className="pl-0">row</TableHead>
            <TableHead>step type</TableHead>
            <TableHead>asked</TableHead>
            <TableHead>answered</TableHead>
            <TableHead>model</TableHead>
            <TableHead className="text-right">input tokens</TableHead>
            <TableHead className="text-right">output tokens</TableHead>
            <TableHead>correct</TableHead>
            <TableHead className="w-full">started</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of one fixed table
            <tr key={at}>
              <TableNumber className="pl-0">{formatCount(at + 1)}</TableNumber>
              {row.kind === "call" ? (
                <CallCells row={row} />
              ) : (
                <TableCell colSpan={8}>
                  No call ({row.kind}): <ForeignText inline text={row.reason} />
                </TableCell>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
