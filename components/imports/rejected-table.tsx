"use client";

import { ForeignText } from "@/components/ui/foreign-text";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";

export type Rejected = {
  ordinal: number;
  line: number;
  why: string;
  reason: string;
  excerpt: string;
};

/** What did not become a call: line, reason, and how it begins. */
export function RejectedTable(props: {
  rejected: Rejected[];
  total: number;
  downloadHref: string;
}) {
  const shown = props.rejected.length;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 className="font-semibold">Records that are not calls here</h2>
        <a
          href={props.downloadHref}
          download
          className="text-sm text-accent underline underline-offset-2"
        >
          Download all {formatCount(props.total)}
        </a>
      </div>
      <section
        aria-label="Rejected records, scrolling"
        className="relative overflow-x-auto"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <Table>
          <thead>
            <tr>
              <TableHead className="text-right">line</TableHead>
              <TableHead>what</TableHead>
              <TableHead>why</TableHead>
              <TableHead>begins</TableHead>
            </tr>
          </thead>
          <tbody>
            {props.rejected.map((row) => (
              <tr key={row.ordinal}>
                <TableNumber>{formatCount(row.line)}</TableNumber>
                <TableCell>{row.why}</TableCell>
                <TableCell className="min-w-64 py-1.5 whitespace-normal">{row.reason}</TableCell>
                <TableCell className="max-w-96">
                  <ForeignText text={row.excerpt} mono />
                </TableCell>
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      {shown < props.total ? (
        <p className="text-sm text-muted">
          The first {formatCount(shown)} of {formatCount(props.total)}.
        </p>
      ) : null}
    </div>
  );
}
