import { Checkbox } from "@/components/ui/checkbox";
import { ForeignText } from "@/components/ui/foreign-text";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";
import type { ClusterPlan } from "@/lib/labelling/plan-draw";

/** What a plan draws from each cluster, and how exactly its share would be known. */
export function DrawPlanTable(props: {
  plans: readonly ClusterPlan[];
  /** Clusters that the draw leaves out. */
  left: ReadonlySet<string>;
  onToggle: (clusterId: string, take: boolean) => void;
}) {
  return (
    <div className="relative overflow-x-auto">
      <Table>
        <thead>
          <tr>
            <TableHead>Cluster</TableHead>
            <TableHead className="text-right">Calls</TableHead>
            <TableHead className="text-right">To draw</TableHead>
            <TableHead className="text-right">Expected, points</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.plans.map((plan) => {
            const isLeft = props.left.has(plan.clusterId);
            return (
              <tr key={plan.clusterId} className={isLeft ? "text-muted" : undefined}>
                <TableCell>
                  <Checkbox
                    label={
                      <ForeignText text={plan.name} mono className="max-w-[38vw] sm:max-w-md" />
                    }
                    checked={!isLeft}
                    onChange={(take) => props.onToggle(plan.clusterId, take)}
                  />
                </TableCell>
                <TableNumber>{formatCount(plan.frameCalls)}</TableNumber>
                <TableNumber>{formatCount(isLeft ? 0 : plan.draws)}</TableNumber>
                <TableNumber>{isLeft ? formatCount(null) : marginText(plan)}</TableNumber>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <p className="pt-1.5 text-xs text-muted">
        Expected: half the width of the 95 % interval if half of the labels say viable, the widest
        case. Calls of the same trace are alike, so the interval that comes out can be wider.
      </p>
    </div>
  );
}

const marginText = ({ draws, frameCalls, expectedMargin }: ClusterPlan): string =>
  draws === frameCalls ? "exact" : `±${Math.ceil(expectedMargin * 100)}`;
