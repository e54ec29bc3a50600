import type { ReactNode } from "react";

/** A column of a list from the server. Cells are already formatted: the table only lays them out. */
export type DataColumn<Row> = {
  id: string;
  header: string;
  /** Stands in the header, so that the cells hold bare numbers: "USD", "tokens", "ms". */
  unit?: string;
  /** Numbers stand at the end, under their unit. */
  align?: "start" | "end";
  sortable?: boolean;
  /** CSS lengths. Text wider than `maxWidth` ends in an ellipsis. */
  minWidth?: string;
  maxWidth?: string;
  cell: (row: Row) => ReactNode;
};

export type SortDirection = "asc" | "desc";
export type Sort = { id: string; direction: SortDirection };

/** The sort after a press on a header: numbers begin with the largest, text with A; then it turns. */
export const nextSort = (
  column: Pick<DataColumn<never>, "id" | "align">,
  sort: Sort | null,
): Sort => {
  if (sort?.id === column.id) {
    return { id: column.id, direction: sort.direction === "asc" ? "desc" : "asc" };
  }
  return { id: column.id, direction: column.align === "end" ? "desc" : "asc" };
};
