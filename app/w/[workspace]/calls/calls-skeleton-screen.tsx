"use client";

import { useParams } from "next/navigation";
import { DataTable } from "@/components/data-table/data-table";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { Page } from "@/components/shell/page";
import { ListTabs } from "@/components/trace/list-tabs";
import { callColumns } from "./_components/call-columns";

/** The list of calls while it comes. */
export function CallsSkeletonScreen() {
  const { workspace } = useParams<{ workspace: string }>();
  return (
    <Page
      crumbs={[{ label: "Calls" }]}
      filters={<ListTabs base={`/w/${workspace}`} current="calls" />}
      layout="fill"
    >
      <TableToolbar />
      <DataTable
        name="Calls"
        columns={callColumns(false)}
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
