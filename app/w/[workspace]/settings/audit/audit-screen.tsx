"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { Pager } from "@/components/data-table/pager";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import type { AuditPage } from "@/lib/audit/audit-entry";
import { DEED_KINDS } from "@/lib/audit/deed-kinds";
import { formatCounted } from "@/lib/display/count";
import type { Result } from "@/lib/result";
import { auditColumns, auditCrumbs } from "./_components/audit-columns";
import { DayField } from "./_components/day-field";
import { auditSearchParams, writeAuditParams } from "./search-params";

const KINDS = DEED_KINDS.map(({ id, name }) => ({ value: id, label: name }));

/** Who did what and when: filtered and paged by the server, all of it in the address. */
export function AuditScreen(props: { base: string; log: Result<AuditPage> }) {
  const { base, log } = props;
  const [isPending, startTransition] = useTransition();
  const [state, setState] = useQueryStates(auditSearchParams, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const here = `${base}/settings/audit`;
  if (!log.ok) {
    const mayNot = log.code === "forbidden";
    return (
      <Page crumbs={auditCrumbs(base)}>
        <SettingsNav />
        <ErrorState
          title={mayNot ? "The audit log is for admins" : "This address asks for something odd"}
          action={
            <ButtonLink href={mayNot ? `${base}/settings` : here}>
              {mayNot ? "Go to the settings" : "Show the whole log"}
            </ButtonLink>
          }
        >
          {log.message}
        </ErrorState>
      </Page>
    );
  }
  const { entries, actors, previous, next } = log.value;
  const set = (change: Partial<typeof state>) => void setState({ ...change, cursor: null });
  const file = writeAuditParams({ ...state, cursor: null });
  return (
    <Page crumbs={auditCrumbs(base)} layout="fill">
      <SettingsNav inset />
      <TableToolbar
        facets={[
          {
            id: "actor",
            name: "Who",
            value: state.actor,
            options: actors.map(({ id, name }) => ({ value: id, label: name })),
            onChange: (actor) => set({ actor }),
          },
          {
            id: "kind",
            name: "What",
            value: state.kind,
            options: KINDS,
            onChange: (kind) => set({ kind }),
          },
        ]}
        isFiltered={state.from !== null || state.until !== null}
        onClearAll={() => set({ actor: null, kind: null, from: null, until: null })}
        csvHref={`${base}/audit.csv${file}`}
        jsonHref={`${base}/audit.json${file}`}
      >
        <DayField label="from" value={state.from} onChange={(from) => set({ from })} />
        <DayField label="until" value={state.until} onChange={(until) => set({ until })} />
      </TableToolbar>
      <DataTable
        name="Audit log"
        columns={auditColumns(base)}
        rows={entries}
        rowId={(row) => row.id}
        empty={
          <EmptyState title="Nothing was done that fits">
            Another person, another kind of deed or more days may show something.
          </EmptyState>
        }
        stale={isPending}
        className="flex-1"
      />
      <Pager
        text={`showing ${formatCounted(entries.length, "deed")}, times in UTC`}
        previousHref={previous && here + writeAuditParams({ ...state, cursor: previous })}
        nextHref={next && here + writeAuditParams({ ...state, cursor: next })}
      />
    </Page>
  );
}
