import { Link } from "@/components/ui/link";
import { Badge } from "@/components/ui/badge";
import { ForeignText } from "@/components/ui/foreign-text";
import { Table, TableCell, TableHead } from "@/components/ui/table";
import { VerdictBadge } from "@/components/ui/verdict-badge";
import { formatCounted } from "@/lib/display/count";
import { DASH } from "@/lib/display/dash";
import { formatDateTime } from "@/lib/display/time";
import type { ListedOwnLabel } from "@/lib/labelling/own-labels";

/** A person's own labels, the newest first. */
export function OwnLabelTable(props: {
  labels: readonly ListedOwnLabel[];
  /** Where an item is shown again. */
  href: (itemId: string) => string;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section aria-label="Your labels" tabIndex={0} className="relative overflow-x-auto">
      <Table aria-label="Your labels">
        <thead>
          <tr>
            <TableHead>cluster</TableHead>
            <TableHead>you said</TableHead>
            <TableHead>why</TableHead>
            <TableHead>note</TableHead>
            <TableHead>call</TableHead>
            <TableHead>when</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.labels.map((label) => (
            <tr key={label.id} className="relative hover:bg-sunken">
              <TableCell>
                <Link
                  href={props.href(label.itemId)}
                  prefetch={false}
                  className="font-medium after:absolute after:inset-0 hover:underline"
                >
                  <ForeignText text={label.cluster} mono className="max-w-52" />
                </Link>
              </TableCell>
              <TableCell>
                <span className="flex flex-wrap items-center gap-1.5">
                  <VerdictBadge verdict={label.verdict} />
                  {label.alike ? <Badge>and those alike</Badge> : null}
                  {label.extra ? <Badge tone="outline">one more than asked for</Badge> : null}
                  {label.earlier > 0 ? (
                    <span className="text-xs text-muted">
                      after {formatCounted(label.earlier, "earlier row")}
                    </span>
                  ) : null}
                </span>
              </TableCell>
              <TableCell className="tabular-nums">
                {label.reasons.length === 0 ? DASH : label.reasons.join(" ")}
              </TableCell>
              <TableCell>
                {label.note === null ? (
                  DASH
                ) : (
                  <ForeignText text={label.note} className="max-w-64" />
                )}
              </TableCell>
              <TableCell>
                <ForeignText text={label.preview ?? ""} className="max-w-72 text-muted" />
              </TableCell>
              <TableCell className="whitespace-nowrap">{formatDateTime(label.createdAt)}</TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
