import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import type { DataColumn } from "@/components/data-table/data-column";
import { AFTER_PICK, FIRST_CELL, LAST_CELL, PICK_CELL } from "@/components/data-table/cell-edges";
import { RowLink } from "@/components/data-table/row-link";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { TableCell } from "@/components/ui/table";

type RowCell<Row> = { column: DataColumn<Row>; content: ReactNode };

const STICKY =
  "sticky left-0 z-[5] bg-canvas group-hover:bg-sunken group-has-[[data-row-link]:focus-visible]:bg-sunken group-data-selected:bg-accent-soft";

/** A press on the row, but not on what can be pressed itself, nor one that ends a selection of text. */
const goesTo = (event: MouseEvent): boolean => {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || window.getSelection()?.toString()) return false;
  return !target?.closest("a, button, input, label, [role=checkbox]");
};

/** One row. Its first cell holds the real link; a press anywhere else on it goes the same way. */
export function DataTableRow<Row>(props: {
  cells: readonly RowCell<Row>[];
  href: string | undefined;
  selection?:
    | { name: string; selected: boolean; onChange: (selected: boolean) => void }
    | undefined;
}) {
  const router = useRouter();
  const { href, selection } = props;
  const follow = (event: MouseEvent) => {
    if (!href || !goesTo(event)) return;
    if (event.metaKey || event.ctrlKey) window.open(href, "_blank", "noopener");
    else router.push(href);
  };
  return (
    <tr
      onClick={follow}
      data-selected={selection?.selected ? "" : undefined}
      className={cn(
        "group hover:bg-sunken has-[[data-row-link]:focus-visible]:bg-sunken data-selected:bg-accent-soft",
        href && "cursor-pointer",
      )}
    >
      {selection ? (
        <TableCell className={cn(STICKY, PICK_CELL)}>
          <Checkbox
            label={`Select ${selection.name}`}
            hideLabel
            checked={selection.selected}
            onChange={selection.onChange}
          />
        </TableCell>
      ) : null}
      {props.cells.map(({ column, content }, index) => (
        <TableCell
          key={column.id}
          style={{ maxWidth: column.maxWidth }}
          className={cn(
            column.align === "end" && "text-right tabular-nums",
            column.maxWidth && "truncate",
            index === 0 && STICKY,
            index === 0 && (selection ? AFTER_PICK : FIRST_CELL),
            index === props.cells.length - 1 && LAST_CELL,
          )}
        >
          {index === 0 && href ? <RowLink href={href}>{content}</RowLink> : content}
        </TableCell>
      ))}
    </tr>
  );
}
