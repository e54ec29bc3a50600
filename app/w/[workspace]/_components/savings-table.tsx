import { Link } from "@/components/ui/link";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatMoney } from "@/lib/display/money";
import type { Audit } from "@/lib/overview/audit";
import { HowComputed } from "./how-computed";
import { HowSaving } from "./how-saving";
import { savingCells } from "./saving-text";

/** What routing each cluster would save: at least, likely, at most. */
export function SavingsTable(props: { audit: Audit; base: string; query: string }) {
  const { clusters, candidate, assumptions } = props.audit;
  const per = clusters.find(({ today }) => today !== null)?.today?.per;
  return (
    <section
      aria-label="Savings by cluster"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto"
    >
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">cluster</TableHead>
            <TableHead className="text-right max-sm:hidden">
              today{per ? `, USD per ${per}` : ""}
            </TableHead>
            <TableHead className="text-right">saves at least</TableHead>
            <TableHead className="text-right">likely</TableHead>
            <TableHead className="text-right">at most</TableHead>
            <TableHead className="w-8">
              <span className="sr-only">how computed</span>
            </TableHead>
            <TableHead className="w-full">note</TableHead>
          </tr>
        </thead>
        <tbody>
          {clusters.map(({ id, name, projection, today }) => {
            const cells = savingCells(projection);
            return (
              <tr key={id}>
                <TableCell className="max-w-64 truncate pl-0">
                  <Link
                    href={`${props.base}/clusters/${id}${props.query}`}
                    className="font-medium hover:underline"
                  >
                    {name}
                  </Link>
                </TableCell>
                <TableNumber className="max-sm:hidden">{formatMoney(today?.usd)}</TableNumber>
                <TableNumber>{cells.low}</TableNumber>
                <TableNumber>{cells.mid}</TableNumber>
                <TableNumber>{cells.high}</TableNumber>
                <TableCell className="px-0">
                  <HowComputed of={`Saving of ${name}`}>
                    <HowSaving
                      projection={projection}
                      candidate={candidate.name}
                      assumptions={assumptions}
                    />
                  </HowComputed>
                </TableCell>
                <TableCell className="text-muted">{cells.note}</TableCell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
