import { PICK_CELL } from "@/components/data-table/cell-edges";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { TableHead } from "@/components/ui/table";

/** Selects all rows shown, or none. */
export function SelectAllHead(props: {
  ids: readonly string[];
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
}) {
  const chosen = props.ids.filter((id) => props.selected.has(id)).length;
  return (
    <TableHead className={cn("sticky top-0 left-0 z-20", PICK_CELL)}>
      <Checkbox
        label="Select all rows shown"
        hideLabel
        checked={chosen > 0 && chosen === props.ids.length}
        indeterminate={chosen > 0 && chosen < props.ids.length}
        onChange={(all) => props.onChange(new Set(all ? props.ids : []))}
      />
    </TableHead>
  );
}
