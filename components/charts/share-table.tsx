import { PART_APPEARANCE } from "@/components/charts/part-appearance";
import { RowName } from "@/components/charts/row-name";
import { PART_KEYS, type ShareRow, formatRowShare } from "@/components/charts/share-row";
import { formatCount } from "@/lib/display/count";
import { cn } from "@/components/ui/class-names";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";

/** The same numbers as the bars, as a table. */
export function ShareTable(props: { name: string; weightName: string; rows: readonly ShareRow[] }) {
  return (
    <section
      aria-label={`${props.name}, table`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table aria-label={props.name}>
        <thead>
          <tr>
            <TableHead className="pl-0">cluster</TableHead>
            <TableHead className="text-right">{props.weightName}</TableHead>
            {PART_KEYS.map((part) => (
              <TableHead key={part} className="text-right">
                {PART_APPEARANCE[part].word}
              </TableHead>
            ))}
            <TableHead className="text-right">labels</TableHead>
            <TableHead className="text-right">share [95 %]</TableHead>
            <TableHead>next</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <TableCell className="max-w-64 truncate pl-0">
                <RowName row={row} />
              </TableCell>
              <TableNumber>{row.weightText}</TableNumber>
              {PART_KEYS.map((part) => (
                <TableNumber key={part} className={cn(row.parts[part] === 0 && "text-muted")}>
                  {formatCount(row.parts[part])}
                </TableNumber>
              ))}
              <TableNumber>{formatCount(row.n)}</TableNumber>
              <TableNumber>{formatRowShare(row)}</TableNumber>
              <TableCell className="text-muted">{row.note}</TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
