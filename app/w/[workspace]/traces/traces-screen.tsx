"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { Pager } from "@/components/data-table/pager";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { Page } from "@/components/shell/page";
import { ListTabs } from "@/components/trace/list-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount, formatCountUpTo } from "@/lib/display/count";
import type { Result } from "@/lib/result";
import type { TracesPage } from "@/lib/traces/traces-page";
import { NoTraces } from "./_components/no-traces";
import { TRACE_COLUMNS } from "./_components/trace-columns";
import { traceSearchParams, writeTraceParams } from "./search-params";

/** The traces of a workspace: searched, sorted and paged by the server, all of it in the address. */
export function TracesScreen(props: { base: string; list: Result<TracesPage> }) {
  const { base, list } = props;
  const [isPending, startTransition] = useTransition();
  const [state, setState] = useQueryStates(traceSearchParams, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const here = `${base}/traces`;
  const tabs = <ListTabs base={base} current="traces" />;
  const clear = () => void setState({ q: null, cursor: null });
  if (!list.ok) {
    return (
      <Page crumbs={[{ label: "Traces" }]} filters={tabs}>
        <ErrorState
          title="This address asks for something that is not there"
          action={<ButtonLink href={here}>Show all traces</ButtonLink>}
        >
          {list.message}
        </ErrorState>
      </Page>
    );
  }
  const { traces, count, previous, next } = list.value;
  const file = writeTraceParams({ ...state, cursor: null });
  return (
    <Page crumbs={[{ label: "Traces" }]} filters={tabs} layout="fill">
      <TableToolbar
        search={{
          label: "Search traces",
          placeholder: "Trace id, or a part of it",
          value: state.q,
          onChange: (q) => void setState({ q, cursor: null }, { history: "replace" }),
        }}
        onClearAll={clear}
        csvHref={`${base}/traces.csv${file}`}
        jsonHref={`${base}/traces.json${file}`}
      />
      <DataTable
        name="Traces"
        columns={TRACE_COLUMNS}
        rows={traces}
        rowId={(row) => row.id}
        rowHref={(row) => `${here}/${row.id}`}
        sort={{ id: "start", direction: state.dir }}
        onSort={({ direction }) => void setState({ dir: direction, cursor: null })}
        empty={<NoTraces base={base} isFiltered={state.q !== ""} onClear={clear} />}
        stale={isPending}
        className="flex-1"
      />
      <Pager
        text={`showing ${formatCount(traces.length)} of ${formatCountUpTo(count)}`}
        previousHref={previous && here + writeTraceParams({ ...state, cursor: previous })}
        nextHref={next && here + writeTraceParams({ ...state, cursor: next })}
      />
    </Page>
  );
}
