import type { DataColumn } from "@/components/data-table/data-column";
import { AFTER_PICK, FIRST_CELL, PICK_CELL } from "@/components/data-table/cell-edges";
import { cn } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { TableCell } from "@/components/ui/table";

/** Rows that are still coming, of the same height as those that will come. */
export function DataTableSkeleton<Row>(props: {
  columns: readonly DataColumn<Row>[];
  rows: number;
  selectable: boolean;
}) {
  return Array.from({ length: props.rows }, (_, row) => (
    // oxlint-disable-next-line react/no-array-index-key -- rows without content have no other name
    <tr key={row}>
      {props.selectable ? <TableCell className={PICK_CELL} /> : null}
      {props.columns.map((column, index) => (
        <TableCell
          key={column.id}
          className={cn(index === 0 && (props.selectable ? AFTER_PICK : FIRST_CELL))}
        >
          <Skeleton
            className={cn(
              index === 0 ? "w-36" : "w-14",
              column.align === "end" && "ml-auto",
              row % 3 === 1 && "opacity-75",
            )}
          />
        </TableCell>
      ))}
    </tr>
  ));
}
