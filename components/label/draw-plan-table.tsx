import { Checkbox } from "@/components/ui/checkbox";
import { ForeignText } from "@/components/ui/foreign-text";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatEnd, formatPercent } from "@/lib/display/percent";
import { type ClusterPlan, PROOF } from "@/lib/labelling/plan-draw";

/** What a plan draws from each cluster, and how exactly its share would be known. */
export function DrawPlanTable(props: {
  plans: readonly ClusterPlan[];
  /** Clusters that the draw leaves out. */
  left: ReadonlySet<string>;
  onToggle: (clusterId: string, take: boolean) => void;
}) {
  const proof = formatPercent(PROOF);
  return (
    <div className="relative overflow-x-auto">
      <Table>
        <thead>
          <tr>
            <TableHead>cluster</TableHead>
            <TableHead className="text-right">calls</TableHead>
            <TableHead className="text-right">spend</TableHead>
            <TableHead className="text-right">viable so far</TableHead>
            <TableHead className="text-right">to draw</TableHead>
            <TableHead className="text-right">expected, points</TableHead>
            <TableHead className="text-right">without a miss, at least</TableHead>
            <TableHead className="text-right">labels to prove {proof}</TableHead>
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
                      <ForeignText text={plan.name} mono className="max-w-[38vw] sm:max-w-xs" />
                    }
                    checked={!isLeft}
                    onChange={(take) => props.onToggle(plan.clusterId, take)}
                  />
                </TableCell>
                <TableNumber>{formatCount(plan.frameCalls)}</TableNumber>
                <TableNumber>{formatMoney(plan.frameSpendUsd)}</TableNumber>
                <TableNumber>{soFar(plan)}</TableNumber>
                <TableNumber className="font-medium">
                  {formatCount(isLeft ? 0 : plan.draws)}
                </TableNumber>
                <TableNumber>{isLeft ? formatCount(null) : marginText(plan)}</TableNumber>
                <TableNumber>
                  {isLeft || plan.withoutMiss === null
                    ? formatCount(null)
                    : formatEnd(plan.withoutMiss, "low")}
                </TableNumber>
                <TableNumber>{formatCount(plan.toProve)}</TableNumber>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <p className="max-w-4xl pt-1.5 text-xs text-muted">
        Expected: half the width of the 95 % interval that this draw alone gives, at the share of
        the labels so far, else at one half, the widest. Without a miss: the low end of that
        interval if every label says viable. It is the interval of the results; calls of one trace
        are alike, so the one that comes out can be wider.
      </p>
    </div>
  );
}

const soFar = ({ shareSoFar, settled }: ClusterPlan): string =>
  shareSoFar === null
    ? formatPercent(null)
    : `${formatPercent(shareSoFar)} of ${formatCount(settled)}`;

function marginText({ expected }: ClusterPlan): string {
  if (expected === null) return formatCount(null);
  const half = (expected.high - expected.low) / 2;
  return half === 0 ? "exact" : `±${Math.ceil(half * 100 - 1e-9)}`;
}
