import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount } from "@/lib/display/count";
import { RenameRater } from "./rename-rater";

export type ExternalRaterEntry = {
  readonly id: string;
  readonly name: string;
  readonly labels: number;
  readonly lastLabelDay: string | null;
};

/** Raters without an account: their labels were made elsewhere. */
export function ExternalRaterTable(props: {
  raters: readonly ExternalRaterEntry[];
  /** Null for people who may not. */
  onRename: ((id: string, name: string) => Promise<string | null>) | null;
}) {
  const { raters, onRename } = props;
  if (raters.length === 0) return <p className="text-muted">There is none.</p>;
  return (
    <section
      aria-label="Table of external raters"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">name</TableHead>
            <TableHead className="text-right">labels</TableHead>
            <TableHead>last label</TableHead>
            <TableHead className="w-full" aria-label="deeds" />
          </tr>
        </thead>
        <tbody>
          {raters.map((rater) => (
            <tr key={rater.id}>
              <TableCell className="max-w-64 truncate pl-0 font-medium">{rater.name}</TableCell>
              <TableNumber>{formatCount(rater.labels)}</TableNumber>
              <TableCell>{rater.lastLabelDay ?? "–"}</TableCell>
              <TableCell>
                {onRename ? (
                  <RenameRater name={rater.name} onRename={(name) => onRename(rater.id, name)} />
                ) : null}
              </TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
