import { Checkbox } from "@/components/ui/checkbox";
import { ForeignText } from "@/components/ui/foreign-text";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import type { FrontierRow } from "@/lib/overview/frontier-rows";

/** The models seen, each with a box to tick. */
export function FrontierTable(props: {
  rows: readonly FrontierRow[];
  disabled: boolean;
  onTick: (model: string, frontier: boolean) => void;
}) {
  return (
    <section
      aria-label="Models, table"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-w-2xl overflow-x-auto"
    >
      <Table aria-label="Models">
        <thead>
          <tr>
            <TableHead className="pl-0">frontier</TableHead>
            <TableHead>model</TableHead>
            <TableHead className="text-right">calls</TableHead>
            <TableHead className="text-right">spend, USD</TableHead>
            <TableHead>by list price</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ model, calls, costUsd, byRule, frontier }) => (
            <tr key={model}>
              <TableCell className="pl-0">
                <Checkbox
                  label={`${model} counts as frontier`}
                  hideLabel
                  checked={frontier}
                  disabled={props.disabled}
                  onChange={(checked) => props.onTick(model, checked)}
                />
              </TableCell>
              <TableCell className="max-w-64 truncate">
                <ForeignText text={model} className="font-medium" />
              </TableCell>
              <TableNumber>{formatCount(calls)}</TableNumber>
              <TableNumber>{formatMoney(costUsd)}</TableNumber>
              <TableCell className="text-muted">{RULE_WORDS[String(byRule)]}</TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

const RULE_WORDS: Record<string, string> = {
  true: "frontier",
  false: "not frontier",
  null: "no list price",
};
