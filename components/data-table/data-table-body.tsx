import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import type { DataColumn } from "@/components/data-table/data-column";
import { DataTableRow } from "@/components/data-table/data-table-row";
import { type RowSelection, withRow } from "@/components/data-table/row-selection";

// The server sorts, filters and pages: the table needs no feature of its own.
const features = tableFeatures({});

/** The rows that came, or what to do when none did. */
export function DataTableBody<Row extends object>(props: {
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  rowHref?: ((row: Row) => string) | undefined;
  selection?: RowSelection<Row> | undefined;
  empty: ReactNode;
}) {
  const { columns, rows, selection } = props;
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column) =>
      helper.display({ id: column.id, cell: ({ row }) => column.cell(row.original) }),
    );
  }, [columns]);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTable({ features, columns: definitions, data: rows, getRowId: props.rowId });
  if (rows.length === 0) {
    return (
      <tr>
        <td colSpan={columns.length + (selection ? 1 : 0)}>
          <div className="sticky left-0 w-fit max-w-full px-(--edge)">{props.empty}</div>
        </td>
      </tr>
    );
  }
  return table.getRowModel().rows.map((row) => (
    <DataTableRow
      key={row.id}
      href={props.rowHref?.(row.original)}
      cells={row.getAllCells().flatMap((cell) => {
        const column = byId.get(cell.column.id);
        return column ? [{ column, content: <table.FlexRender cell={cell} /> }] : [];
      })}
      selection={
        selection && {
          name: selection.nameOf(row.original),
          selected: selection.selected.has(row.id),
          onChange: (isIn) => selection.onChange(withRow(selection.selected, row.id, isIn)),
        }
      }
    />
  ));
}
