"use client";

import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/data-column";
import { STATE_WORDS } from "@/components/imports/state-words";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ForeignText } from "@/components/ui/foreign-text";
import { formatCount } from "@/lib/display/count";
import { formatDateTime } from "@/lib/display/time";
import type { Receipt } from "@/lib/imports/receipt";

const number = (id: string, header: string, of: (row: Receipt) => number): DataColumn<Receipt> => ({
  id,
  header,
  align: "end",
  cell: (row) => formatCount(of(row)),
});

const COLUMNS: DataColumn<Receipt>[] = [
  {
    id: "name",
    header: "import",
    minWidth: "12rem",
    maxWidth: "24rem",
    cell: (row) => <ForeignText text={row.name} />,
  },
  { id: "state", header: "state", cell: (row) => STATE_WORDS[row.state] },
  { id: "format", header: "format", cell: (row) => row.format ?? "–" },
  number("records", "Records", (row) => row.records),
  number("new", "New calls", (row) => row.calls.new),
  number("known", "Known calls", (row) => row.calls.known),
  number("other", "Other", (row) => row.other),
  number("unparseable", "Unparseable", (row) => row.unparseable),
  number("traces", "New traces", (row) => row.traces),
  { id: "at", header: "started", cell: (row) => formatDateTime(row.started_at) },
];

/** Every import with the sum that its receipt makes. */
export function ImportTable(props: {
  base: string;
  /** Where the API is reached from outside. */
  address: string;
  receipts: Receipt[];
  next: string | null;
}) {
  return (
    <div className="flex flex-col gap-3">
      <DataTable
        name="Imports"
        columns={COLUMNS}
        rows={props.receipts}
        rowId={(row) => row.import}
        rowHref={(row) => `${props.base}/${row.import}`}
        flush
        empty={
          <EmptyState
            title="Nothing imported yet"
            command={`curl --data-binary @calls.jsonl.gz -H "Authorization: Bearer <key>" "${props.address}/api/v1/imports?name=calls"`}
          >
            Drop a file above, or send one with an API key from the settings:
          </EmptyState>
        }
      />
      {props.next ? (
        <ButtonLink href={`${props.base}?after=${encodeURIComponent(props.next)}`} size="sm">
          Older imports
        </ButtonLink>
      ) : null}
    </div>
  );
}
