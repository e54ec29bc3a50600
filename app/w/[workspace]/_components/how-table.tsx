import type { ReactNode } from "react";
import { Table, TableCell, TableHead, TableNumber } from "@/components/ui/table";

/** A small table of arithmetic: the first column names, the others are numbers. */
export function HowTable(props: {
  head: readonly string[];
  rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
  foot?: readonly ReactNode[];
}) {
  const [firstHead, ...heads] = props.head;
  return (
    <div className="overflow-x-auto">
      <Table>
        <thead>
          <tr>
            <TableHead className="bg-raised px-0">{firstHead}</TableHead>
            {heads.map((head) => (
              <TableHead key={head} className="bg-raised pr-0 text-right">
                {head}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ id, cells: [first, ...cells] }) => (
            <tr key={id}>
              <TableCell className="h-7 max-w-48 truncate px-0">{first}</TableCell>
              {cells.map((cell, index) => (
                <TableNumber key={heads[index]} className="h-7 pr-0">
                  {cell}
                </TableNumber>
              ))}
            </tr>
          ))}
          {props.foot ? (
            <tr className="font-semibold">
              {props.foot.map((cell, index) =>
                index === 0 ? (
                  <TableCell key={firstHead} className="h-7 px-0">
                    {cell}
                  </TableCell>
                ) : (
                  <TableNumber key={props.head[index]} className="h-7 pr-0">
                    {cell}
                  </TableNumber>
                ),
              )}
            </tr>
          ) : null}
        </tbody>
      </Table>
    </div>
  );
}
