import Link from "next/link";
import { RaterCoverage } from "@/components/label/rater-coverage";
import { CopyableId } from "@/components/ui/copyable-id";
import { ForeignText } from "@/components/ui/foreign-text";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";
import { formatDateTime } from "@/lib/display/time";
import type { DrawSummary } from "@/lib/labelling/draw-summary";

/** The draws of the workspace, newest first: how they were made, and how far each rater is. */
export function DrawTable(props: { draws: readonly DrawSummary[]; base: string }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">Draws</h2>
      <div className="relative overflow-x-auto">
        <Table>
          <thead>
            <tr>
              <TableHead>Draw</TableHead>
              <TableHead>Made</TableHead>
              <TableHead>Seed</TableHead>
              <TableHead>At most</TableHead>
              <TableHead className="text-right">Frame, calls</TableHead>
              <TableHead>Frame, SHA-256</TableHead>
              <TableHead className="text-right">Items</TableHead>
              <TableHead>Labelled</TableHead>
            </tr>
          </thead>
          <tbody>
            {props.draws.map((draw) => (
              <tr key={draw.id}>
                <TableCell>
                  <Link
                    href={`${props.base}/label?draw=${draw.number}`}
                    className="font-medium text-accent hover:underline"
                  >
                    Label draw {draw.number}
                  </Link>
                </TableCell>
                <TableCell>{formatDateTime(draw.createdAt)}</TableCell>
                <TableCell>
                  <ForeignText text={draw.seed} mono className="max-w-40" />
                </TableCell>
                <TableCell>{limitsOf(draw)}</TableCell>
                <TableNumber>{formatCount(draw.frameCalls)}</TableNumber>
                <TableCell>
                  <CopyableId id={draw.frameHash} name="frame hash" />
                </TableCell>
                <TableNumber>{formatCount(draw.items)}</TableNumber>
                <TableCell>
                  <RaterCoverage coverage={draw.coverage} items={draw.items} />
                </TableCell>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

const limitsOf = ({ perCluster, maxPerTrace }: DrawSummary): string =>
  maxPerTrace === null
    ? `${formatCount(perCluster)} a cluster`
    : `${formatCount(perCluster)} a cluster, ${formatCount(maxPerTrace)} a trace`;
