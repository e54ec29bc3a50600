import type { ReactNode } from "react";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";

/** The numbers of a chart as a table: the first column names, the others are numbers or, at the end, words. */
export function NumberTable(props: {
  name: string;
  head: readonly string[];
  rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
  /** How many of the last columns are words. */
  words?: number;
}) {
  const firstWord = props.head.length - (props.words ?? 0);
  return (
    <section
      aria-label={`${props.name}, table`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table aria-label={props.name}>
        <thead>
          <tr>
            {props.head.map((head, index) => (
              <TableHead
                key={head}
                className={index === 0 ? "pl-0" : index < firstWord ? "text-right" : undefined}
              >
                {head}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <TableCell key={props.head[index]} className="max-w-64 truncate pl-0 font-medium">
                    {cell}
                  </TableCell>
                ) : index < firstWord ? (
                  <TableNumber key={props.head[index]}>{cell}</TableNumber>
                ) : (
                  <TableCell
                    key={props.head[index]}
                    className={
                      index === cells.length - 1
                        ? "min-w-40 text-muted whitespace-normal"
                        : "text-muted"
                    }
                  >
                    {cell}
                  </TableCell>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
