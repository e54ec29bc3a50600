import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";
import { formatPercent } from "@/lib/display/percent";
import type { ActCount } from "@/lib/overview/acts";

const MOST = 50;

/** The acts of a cluster, the most frequent first. */
export function ActTable(props: { acts: readonly ActCount[] }) {
  const whole = props.acts.reduce((sum, { calls }) => sum + calls, 0);
  const more = props.acts.length - MOST;
  return (
    <div className="max-w-3xl overflow-x-auto">
      <Table aria-label="Acts">
        <thead>
          <tr>
            <TableHead className="pl-0">act</TableHead>
            <TableHead className="text-right">calls</TableHead>
            <TableHead className="text-right">part</TableHead>
            <TableHead className="text-right">with an error</TableHead>
            <TableHead className="w-full">agents</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.acts.slice(0, MOST).map(({ act, calls, errored, agents }) => (
            <tr key={act}>
              <TableCell className="max-w-80 truncate pl-0 font-medium">{act}</TableCell>
              <TableNumber>{formatCount(calls)}</TableNumber>
              <TableNumber>{formatPercent(calls / whole)}</TableNumber>
              <TableNumber>{formatCount(errored)}</TableNumber>
              <TableCell className="text-muted">{agents.join(", ") || "–"}</TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
      {more > 0 ? <p className="pt-2 text-muted">And {formatCount(more)} more acts.</p> : null}
    </div>
  );
}
