import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatPercent } from "@/lib/display/percent";
import type { ModelUsage } from "@/lib/overview/usage";

/** The models that serve some calls today, and what each costs. */
export function ModelTable(props: { models: readonly ModelUsage[]; calls: number }) {
  return (
    <div className="max-w-3xl overflow-x-auto">
      <Table aria-label="Models">
        <thead>
          <tr>
            <TableHead className="pl-0">model</TableHead>
            <TableHead>provider</TableHead>
            <TableHead className="text-right">calls</TableHead>
            <TableHead className="text-right">part</TableHead>
            <TableHead className="text-right">cost, USD</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.models.map(({ model, provider, calls, costUsd }) => (
            <tr key={`${provider} ${model}`}>
              <TableCell className="max-w-80 truncate pl-0 font-medium">
                {model ?? "no model named"}
              </TableCell>
              <TableCell className="text-muted">{provider ?? "–"}</TableCell>
              <TableNumber>{formatCount(calls)}</TableNumber>
              <TableNumber>{formatPercent(calls / props.calls)}</TableNumber>
              <TableNumber>{formatMoney(costUsd)}</TableNumber>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
