"use client";

import { useParams } from "next/navigation";
import { DataTable } from "@/components/data-table/data-table";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { auditColumns, auditCrumbs } from "./_components/audit-columns";

/** The audit log while it comes. */
export function AuditSkeletonScreen() {
  const { workspace } = useParams<{ workspace: string }>();
  const base = `/w/${workspace}`;
  return (
    <Page crumbs={auditCrumbs(base)} layout="fill">
      <SettingsNav inset />
      <TableToolbar />
      <DataTable
        name="Audit log"
        columns={auditColumns(base)}
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
