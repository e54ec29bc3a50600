"use client";

import { type ReactNode, useRef } from "react";
import type { DataColumn, Sort } from "@/components/data-table/data-column";
import { DataTableBody } from "@/components/data-table/data-table-body";
import { DataTableHead } from "@/components/data-table/data-table-head";
import { DataTableSkeleton } from "@/components/data-table/data-table-skeleton";
import type { RowSelection } from "@/components/data-table/row-selection";
import { useRowKeys } from "@/components/data-table/use-row-keys";
import { cn } from "@/components/ui/class-names";
import { Table } from "@/components/ui/table";

type DataTableProps<Row> = {
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
  /** The rows answer an earlier question; those that are asked for are on their way. */
  stale?: boolean;
  skeletonRows?: number;
  empty: ReactNode;
  /** Within padded content: the outer columns stand at its edge instead of the edge of the page. */
  flush?: boolean;
  className?: string;
};

/** A list from the server: sticky header and first column, rows that are links, four states. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { name, columns, rows, rowId, selection, loading = false, stale = false } = props;
  const section = useRef<HTMLElement>(null);
  useRowKeys(section, Boolean(props.rowHref));
  return (
    <section
      ref={section}
      data-rows=""
      aria-label={name}
      aria-busy={loading || stale}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={cn(
        "relative min-h-0 scroll-pt-10 overflow-auto focus-visible:-outline-offset-2",
        stale && "opacity-60",
        props.flush ? "[--edge:0px]" : "[--edge:1rem] lg:[--edge:1.5rem]",
        props.className,
      )}
    >
      <Table aria-label={name}>
        <DataTableHead
          columns={columns}
          sort={props.sort ?? null}
          onSort={props.onSort}
          selection={selection}
          ids={rows.map(rowId)}
        />
        <tbody>
          {loading ? (
            <DataTableSkeleton
              columns={columns}
              rows={props.skeletonRows ?? 12}
              selectable={Boolean(selection)}
            />
          ) : (
            <DataTableBody
              columns={columns}
              rows={rows}
              rowId={rowId}
              rowHref={props.rowHref}
              selection={selection}
              empty={props.empty}
            />
          )}
        </tbody>
      </Table>
    </section>
  );
}
