"use client";

import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import type { DataColumn, Sort } from "@/components/data-table/data-column";
import { DataTableHeader } from "@/components/data-table/data-table-header";
import { DataTableRow } from "@/components/data-table/data-table-row";
import { DataTableSkeleton } from "@/components/data-table/data-table-skeleton";
import { AFTER_PICK, FIRST_CELL, LAST_CELL, PICK_CELL } from "@/components/data-table/cell-edges";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { Table, TableHead } from "@/components/ui/table";

// The server sorts, filters and pages: the table needs no feature of its own.
const features = tableFeatures({});

/** A selection of rows by id. */
export type RowSelection<Row> = {
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
  nameOf: (row: Row) => string;
};

/** A list from the server: sticky header and first column, rows that are links, four states. */
export function DataTable<Row extends object>(props: {
  /** What the list holds, for screen readers: "Calls". */
  name: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  rowHref?: (row: Row) => string;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  selection?: RowSelection<Row>;
  /** Shows rows that are coming instead of `rows`. */
  loading?: boolean;
  skeletonRows?: number;
  empty: ReactNode;
  /** Within padded content: the outer columns stand at its edge instead of the edge of the page. */
  flush?: boolean;
  className?: string;
}) {
  const { columns, rows, rowId, rowHref, selection, sort = null } = props;
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column) =>
      helper.display({ id: column.id, cell: ({ row }) => column.cell(row.original) }),
    );
  }, [columns]);
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowId });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const loading = props.loading ?? false;
  const width = columns.length + (selection ? 1 : 0);

  const toggle = (id: string, selected: boolean) => {
    const next = new Set(selection?.selected);
    if (selected) next.add(id);
    else next.delete(id);
    selection?.onChange(next);
  };
  const chosen = rows.filter((row) => selection?.selected.has(rowId(row))).length;

  return (
    <section
      aria-label={props.name}
      aria-busy={loading}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={cn(
        "relative min-h-0 overflow-auto focus-visible:-outline-offset-2",
        props.flush ? "[--edge:0px]" : "[--edge:1rem] lg:[--edge:1.5rem]",
        props.className,
      )}
    >
      <Table aria-label={props.name}>
        <thead>
          <tr>
            {selection ? (
              <TableHead className={cn("sticky top-0 left-0 z-20", PICK_CELL)}>
                <Checkbox
                  label="Select all rows shown"
                  hideLabel
                  checked={chosen > 0 && chosen === rows.length}
                  indeterminate={chosen > 0 && chosen < rows.length}
                  onChange={(all) => selection.onChange(new Set(all ? rows.map(rowId) : []))}
                />
              </TableHead>
            ) : null}
            {columns.map((column, index) => (
              <DataTableHeader
                key={column.id}
                column={column}
                sort={sort}
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
        <tbody>
          {loading ? (
            <DataTableSkeleton
              columns={columns}
              rows={props.skeletonRows ?? 12}
              selectable={Boolean(selection)}
            />
          ) : (
            table.getRowModel().rows.map((row) => (
              <DataTableRow
                key={row.id}
                href={rowHref?.(row.original)}
                cells={row.getAllCells().flatMap((cell) => {
                  const column = byId.get(cell.column.id);
                  return column ? [{ column, content: <table.FlexRender cell={cell} /> }] : [];
                })}
                selection={
                  selection && {
                    name: selection.nameOf(row.original),
                    selected: selection.selected.has(row.id),
                    onChange: (selected) => toggle(row.id, selected),
                  }
                }
              />
            ))
          )}
          {!loading && rows.length === 0 ? (
            <tr>
              <td colSpan={width}>
                <div className="sticky left-0 w-fit max-w-full px-(--edge)">{props.empty}</div>
              </td>
            </tr>
          ) : null}
        </tbody>
      </Table>
    </section>
  );
}
