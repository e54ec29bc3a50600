"use client";

import { useParams } from "next/navigation";
import { DataTable } from "@/components/data-table/data-table";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { Page } from "@/components/shell/page";
import { ListTabs } from "@/components/trace/list-tabs";
import { TRACE_COLUMNS } from "./_components/trace-columns";

/** The list of traces while it comes. */
export function TracesSkeletonScreen() {
  const { workspace } = useParams<{ workspace: string }>();
  return (
    <Page
      crumbs={[{ label: "Traces" }]}
      filters={<ListTabs base={`/w/${workspace}`} current="traces" />}
      layout="fill"
    >
      <TableToolbar />
      <DataTable
        name="Traces"
        columns={TRACE_COLUMNS}
        rows={[]}
        rowId={(row) => row.id}
        loading
        skeletonRows={24}
        empty={null}
        className="flex-1"
      />
    </Page>
  );
}
