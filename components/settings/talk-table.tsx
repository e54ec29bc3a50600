import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { Select } from "@/components/ui/select";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";
import { formatCount, formatCounted } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import type { TalkRow } from "@/lib/scope/talk-rows";

type Word = "trace" | "yes" | "no";

const wordOf = (rule: boolean | null): Word => (rule === null ? "trace" : rule ? "yes" : "no");

/** Agents or steps with what they used, what the trace says of them, and people's word. */
export function TalkTable(props: {
  name: string;
  /** What a row is when nobody says anything: "as the trace says". */
  silent: string;
  rows: readonly TalkRow[];
  /** Null for people who may not. */
  onChange: ((row: TalkRow, humanFacing: boolean | null) => void) | null;
}) {
  const { onChange, silent } = props;
  return (
    <section
      aria-label={props.name}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto"
    >
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">name</TableHead>
            <TableHead className="text-right max-sm:hidden">calls</TableHead>
            <TableHead className="text-right max-sm:hidden">spend, USD</TableHead>
            <TableHead className="max-sm:hidden">the trace says</TableHead>
            <TableHead className="w-full">talks to people</TableHead>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.value}>
              <TableCell
                className="max-w-80 truncate pl-0 font-medium max-sm:max-w-40 max-sm:py-2 max-sm:whitespace-normal"
                title={row.value}
              >
                <span className="max-sm:block max-sm:truncate">{row.value}</span>
                {row.simulated ? (
                  <Badge
                    tone="outline"
                    className="ml-2 max-sm:my-1 max-sm:ml-0 max-sm:h-auto max-sm:whitespace-normal"
                  >
                    named like a simulated customer
                  </Badge>
                ) : null}
                <span className="block text-xs font-normal text-muted tabular-nums sm:hidden">
                  {formatCounted(row.calls, "call")}, {formatMoney(row.spendUsd)}; the trace says:{" "}
                  {describeTrace(row.traceSays)}
                </span>
              </TableCell>
              <TableNumber className="max-sm:hidden">{formatCount(row.calls)}</TableNumber>
              <TableNumber className="max-sm:hidden">{formatMoney(row.spendUsd)}</TableNumber>
              <TableCell className="text-muted max-sm:hidden">
                {describeTrace(row.traceSays)}
              </TableCell>
              <TableCell className="max-sm:pr-0">
                <Select<Word>
                  size="sm"
                  label={`Whether ${row.value} talks to people`}
                  value={wordOf(row.rule)}
                  disabled={onChange === null}
                  options={[
                    { value: "trace", label: silent },
                    { value: "yes", label: "Talks to people" },
                    { value: "no", label: "Does not" },
                  ]}
                  onChange={(word) => onChange?.(row, word === "trace" ? null : word === "yes")}
                  className={cn("w-48 max-sm:w-44", row.rule === null && "text-muted")}
                />
              </TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function describeTrace({ yes, no, silent }: TalkRow["traceSays"]): string {
  const parts = [
    [yes, "to people"],
    [no, "not"],
    [silent, "silent"],
  ] as const;
  const said = parts.filter(([calls]) => calls > 0);
  if (said.length === 0) return "no calls";
  const [only] = said;
  if (said.length === 1 && only) return only[1] === "silent" ? "nothing" : only[1];
  return said.map(([calls, word]) => `${formatCount(calls)} ${word}`).join(", ");
}
