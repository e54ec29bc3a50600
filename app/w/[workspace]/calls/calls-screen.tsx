"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import type { Sort } from "@/components/data-table/data-column";
import { DataTable } from "@/components/data-table/data-table";
import { Pager } from "@/components/data-table/pager";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { Page } from "@/components/shell/page";
import { ListTabs } from "@/components/trace/list-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { Switch } from "@/components/ui/switch";
import { ErrorState } from "@/components/ui/error-state";
import { MOST_ALIKE, MOST_LOOKED_AT } from "@/lib/calls/alike";
import type { CallsPage } from "@/lib/calls/call-item";
import { CALL_SORTS, type CallSort } from "@/lib/calls/call-query";
import { formatCount, formatCounted, formatCountUpTo } from "@/lib/display/count";
import type { Result } from "@/lib/result";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { scopeQuery, withQuery } from "@/lib/scope/scope-view";
import { ScopeBar } from "@/app/w/[workspace]/_scope/scope-bar";
import { callColumns } from "./_components/call-columns";
import { callFacets } from "./_components/call-facets";
import { NoCalls } from "./_components/no-calls";
import { callSearchParams, writeCallParams } from "./search-params";

const NO_FILTER = {
  q: null,
  cluster: null,
  step: null,
  agent: null,
  model: null,
  trace: null,
  import: null,
  flag: null,
  alike: null,
  cursor: null,
};

/** The calls of a workspace: filtered, sorted and paged by the server, all of it in the address. */
export function CallsScreen(props: { slug: string; list: Result<CallsPage> }) {
  const { list } = props;
  const base = `/w/${props.slug}`;
  const [isPending, startTransition] = useTransition();
  const [state, setState] = useQueryStates(callSearchParams, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const here = `${base}/calls`;
  const clear = () => void setState(NO_FILTER);
  const sortBy = (sort: Sort) => {
    const id = CALL_SORTS.find((known) => known === sort.id) ?? "time";
    // the newest first, as with numbers the largest
    const dir = id === state.sort ? sort.direction : "desc";
    void setState({ sort: id satisfies CallSort, dir, cursor: null });
  };
  if (!list.ok) {
    return (
      <Page crumbs={[{ label: "Calls" }]} filters={<ListTabs base={base} current="calls" />}>
        <ErrorState
          title="This address asks for something that is not there"
          action={<ButtonLink href={here}>Show all calls</ButtonLink>}
        >
          {list.message}
        </ErrorState>
      </Page>
    );
  }
  const { calls, previous, next, facets, isEmpty, scope } = list.value;
  // a file has no scope of its own: what is not asked for is everything
  const file = withQuery(
    writeCallParams({ ...state, cursor: null }),
    scopeQuery(scope.summary.scope, WHOLE_SCOPE),
  );
  const pageHref = (cursor: string | null) =>
    cursor && withQuery(here + writeCallParams({ ...state, cursor }), scope.query);
  return (
    <Page
      crumbs={[{ label: "Calls" }]}
      filters={<ListTabs base={base} current="calls" />}
      scope={<ScopeBar slug={props.slug} view={scope} />}
      layout="fill"
    >
      <TableToolbar
        search={{
          label: "Search calls",
          placeholder: "Id, step, agent, model, error, text",
          value: state.q,
          onChange: (q) => void setState({ q, cursor: null }, { history: "replace" }),
        }}
        facets={callFacets(facets, state, (change) => void setState({ ...change, cursor: null }))}
        onClearAll={clear}
        csvHref={`${base}/calls.csv${file}`}
        jsonHref={`${base}/calls.json${file}`}
      >
        <Switch
          label="Fold repeats"
          checked={state.fold !== null}
          onChange={(on) => void setState({ fold: on ? "1" : null, cursor: null })}
        />
      </TableToolbar>
      <DataTable
        name="Calls"
        columns={callColumns(state.fold !== null)}
        rows={calls}
        rowId={(row) => row.id}
        rowHref={(row) => `${here}/${row.id}`}
        sort={{ id: state.sort, direction: state.dir }}
        onSort={sortBy}
        empty={<NoCalls base={base} isEmpty={isEmpty} onClear={clear} />}
        stale={isPending}
        className="flex-1"
      />
      <Pager
        text={pageText(list.value, state.fold !== null)}
        previousHref={pageHref(previous)}
        nextHref={pageHref(next)}
      />
    </Page>
  );
}

function pageText({ calls, lookedAt, count }: CallsPage, isFolded: boolean): string {
  const of = count === null ? "; all that fit are not counted" : ` of ${formatCountUpTo(count)}`;
  if (!isFolded) return `showing ${formatCount(calls.length)}${of}`;
  const standFor = calls.reduce((sum, { folded }) => sum + Math.min(folded.calls, MOST_ALIKE), 0);
  const isMore = calls.some(({ folded }) => folded.calls > MOST_ALIKE);
  const rows = `showing ${formatCounted(calls.length, "row")} for ${isMore ? "more than " : ""}${formatCounted(standFor, "call")}${of}`;
  // a page that ends before it is full would look like the last one
  return lookedAt < MOST_LOOKED_AT
    ? rows
    : `${rows}; ${formatCount(lookedAt)} calls were looked at`;
}
