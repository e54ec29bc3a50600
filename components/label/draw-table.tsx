import { Link } from "@/components/ui/link";
import { DrawDeeds, type DrawDoing } from "@/components/label/draw-deeds";
import { RaterCoverage } from "@/components/label/rater-coverage";
import { CopyableId } from "@/components/ui/copyable-id";
import { ForeignText } from "@/components/ui/foreign-text";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount, formatCounted } from "@/lib/display/count";
import { formatDateTime } from "@/lib/display/time";
import type { DrawSummary } from "@/lib/labelling/draw-summary";

/** The draws of the workspace, newest first: how they were made, and how far each rater is. */
export function DrawTable(props: {
  draws: readonly DrawSummary[];
  base: string;
  doing: DrawDoing;
}) {
  return (
    <section aria-label="Draws" className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">Draws</h2>
      <div className="relative overflow-x-auto">
        <Table>
          <thead>
            <tr>
              <TableHead>draw</TableHead>
              <TableHead className="text-right">labels</TableHead>
              <TableHead>by whom</TableHead>
              <TableHead>
                <span className="sr-only">What can be done</span>
              </TableHead>
              <TableHead>scope</TableHead>
              <TableHead>plan</TableHead>
              <TableHead className="text-right">frame, calls</TableHead>
              <TableHead>made</TableHead>
              <TableHead>seed</TableHead>
              <TableHead>frame, SHA-256</TableHead>
            </tr>
          </thead>
          <tbody>
            {props.draws.map((draw) => (
              <tr key={draw.id} data-draw={draw.number}>
                <TableCell>
                  <Link
                    href={`${props.base}/label?draw=${draw.number}`}
                    className="font-medium text-accent hover:underline"
                  >
                    Label draw {draw.number}
                  </Link>
                </TableCell>
                <TableNumber>
                  {formatCount(draw.filled)} of {formatCount(draw.slots)}
                </TableNumber>
                <TableCell>
                  <RaterCoverage coverage={draw.coverage} items={draw.items} />
                </TableCell>
                <TableCell>
                  <DrawDeeds draw={draw} base={props.base} doing={props.doing} />
                </TableCell>
                <TableCell className="max-w-80 truncate" title={draw.scope}>
                  {draw.scope}
                </TableCell>
                <TableCell>{planOf(draw)}</TableCell>
                <TableNumber>{frameOf(draw)}</TableNumber>
                <TableCell>{formatDateTime(draw.createdAt)}</TableCell>
                <TableCell>
                  <ForeignText text={draw.seed} mono className="max-w-40" />
                </TableCell>
                <TableCell>
                  <CopyableId id={draw.frameHash} name="frame hash" />
                </TableCell>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

const SHARED_OUT = { calls: "by calls", spend: "by spend", neyman: "by spend × unknown" };

function planOf({ allocation, perCluster, wanted, ...draw }: DrawSummary): string {
  const parts = [
    allocation === "equal"
      ? `${formatCount(perCluster)} a cluster`
      : `${formatCount(wanted)} ${SHARED_OUT[allocation]}, at least ${formatCount(perCluster)} a cluster`,
    draw.maxPerTrace === null ? null : `${formatCount(draw.maxPerTrace)} a trace`,
    draw.collapseAlike ? "near-duplicates as one" : null,
    `codebook ${draw.codebookVersion}`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

const frameOf = ({ frameCalls, parts }: DrawSummary): string =>
  parts === 1
    ? formatCount(frameCalls)
    : `${formatCount(frameCalls)} in ${formatCounted(parts, "part")}`;
