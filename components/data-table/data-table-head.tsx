import { AFTER_PICK, FIRST_CELL, LAST_CELL } from "@/components/data-table/cell-edges";
import type { DataColumn, Sort } from "@/components/data-table/data-column";
import { DataTableHeader } from "@/components/data-table/data-table-header";
import type { RowSelection } from "@/components/data-table/row-selection";
import { SelectAllHead } from "@/components/data-table/select-all-head";
import { cn } from "@/components/ui/class-names";

/** The line of headers; it stays while the rows pass under it. */
export function DataTableHead<Row>(props: {
  columns: readonly DataColumn<Row>[];
  sort: Sort | null;
  onSort?: ((sort: Sort) => void) | undefined;
  selection?: RowSelection<Row> | undefined;
  ids: readonly string[];
}) {
  const { columns, selection } = props;
  return (
    <thead>
      <tr>
        {selection ? (
          <SelectAllHead
            ids={props.ids}
            selected={selection.selected}
            onChange={selection.onChange}
          />
        ) : null}
        {columns.map((column, index) => (
          <DataTableHeader
            key={column.id}
            column={column}
            sort={props.sort}
            onSort={props.onSort}
            className={cn(
              index === 0 && "left-0 z-20",
              index === 0 && (selection ? AFTER_PICK : FIRST_CELL),
              index === columns.length - 1 && LAST_CELL,
            )}
          />
        ))}
      </tr>
    </thead>
  );
}
