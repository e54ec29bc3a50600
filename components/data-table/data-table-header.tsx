import { ArrowDown, ArrowUp } from "lucide-react";
import { type DataColumn, type Sort, nextSort } from "@/components/data-table/data-column";
import { cn } from "@/components/ui/class-names";
import { TableHead } from "@/components/ui/table";

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

/** A column's name, its unit, and the button that sorts by it. */
export function DataTableHeader<Row>(props: {
  column: DataColumn<Row>;
  sort: Sort | null;
  onSort?: ((sort: Sort) => void) | undefined;
  className?: string;
}) {
  const { column, sort, onSort } = props;
  const direction = sort?.id === column.id ? sort.direction : null;
  const name = (
    <>
      {column.header}
      {column.unit ? <span className="font-normal"> {column.unit}</span> : null}
    </>
  );
  return (
    <TableHead
      aria-sort={direction ? ARIA_SORT[direction] : undefined}
      style={{ minWidth: column.minWidth }}
      className={cn("sticky top-0 z-10", column.align === "end" && "text-right", props.className)}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          onClick={() => onSort(nextSort(column, sort))}
          className={cn(
            "group inline-flex align-middle cursor-pointer items-center gap-1 rounded-sm hover:text-ink",
            direction && "text-ink",
            column.align === "end" && "flex-row-reverse",
          )}
        >
          <span>{name}</span>
          {direction === "asc" ? (
            <ArrowUp aria-hidden className="size-3" />
          ) : (
            <ArrowDown
              aria-hidden
              className={cn("size-3", !direction && "opacity-0 group-hover:opacity-60")}
            />
          )}
        </button>
      ) : (
        name
      )}
    </TableHead>
  );
}
