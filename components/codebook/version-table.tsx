import { Link } from "@/components/ui/link";
import { ForeignText } from "@/components/ui/foreign-text";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { DASH } from "@/lib/display/dash";
import { formatCount } from "@/lib/display/count";
import { formatDateTime } from "@/lib/display/time";
import type { CodebookVersion } from "@/lib/labelling/codebook-version";

const CHANGE_WORDS = { first: "the first", wording: "wording only", meaning: "meaning" };

/** The versions of the codebook, newest first, with what stands on each. */
export function VersionTable(props: {
  versions: readonly CodebookVersion[];
  /** The version that is open for reading; null when none is. */
  open: number | null;
  base: string;
}) {
  return (
    <section aria-label="Versions" className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">Versions</h2>
      <div className="relative overflow-x-auto">
        <Table>
          <thead>
            <tr>
              <TableHead>version</TableHead>
              <TableHead>changed</TableHead>
              <TableHead>why</TableHead>
              <TableHead className="text-right">labels</TableHead>
              <TableHead>draws that ask by it</TableHead>
              <TableHead>by</TableHead>
              <TableHead>made</TableHead>
            </tr>
          </thead>
          <tbody>
            {props.versions.map((row) => (
              <tr key={row.id}>
                <TableCell>
                  <Link
                    href={`${props.base}?version=${row.version}`}
                    aria-current={props.open === row.version ? "true" : undefined}
                    className="font-medium text-accent hover:underline"
                  >
                    Version {row.version}
                  </Link>
                </TableCell>
                <TableCell>{CHANGE_WORDS[row.change]}</TableCell>
                <TableCell>
                  {row.changeNote === null ? (
                    DASH
                  ) : (
                    <ForeignText text={row.changeNote} className="max-w-80" />
                  )}
                </TableCell>
                <TableNumber>{formatCount(row.labels)}</TableNumber>
                <TableCell>{row.draws.length === 0 ? DASH : row.draws.join(", ")}</TableCell>
                <TableCell>
                  {row.author === null ? DASH : <ForeignText text={row.author} />}
                </TableCell>
                <TableCell>{formatDateTime(row.createdAt)}</TableCell>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
