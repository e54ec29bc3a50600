"use client";

import { useMemo } from "react";
import type { DataColumn } from "@/components/data-table/data-column";
import { DataTable } from "@/components/data-table/data-table";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { Page } from "@/components/shell/page";
import { formatCount } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatShare } from "@/lib/display/percent";
import type { ActCount } from "@/lib/overview/acts";
import type { ClusterAudit } from "@/lib/overview/audit";
import type { ScopeView } from "@/lib/scope/scope-view";
import type { ShareUnit } from "@/lib/statistics/share-item";
import { ScopeBar } from "@/app/w/[workspace]/_scope/scope-bar";
import { NoCalls } from "@/app/w/[workspace]/_components/no-calls";
import { UnitSwitch } from "@/app/w/[workspace]/_components/unit-switch";
import { ActBar } from "./_components/act-bar";
import { RoutedBy } from "./_components/routed-by";

type Row = ClusterAudit & { readonly acts: readonly ActCount[] };

export function ClustersScreen(props: {
  slug: string;
  scope: ScopeView;
  unit: ShareUnit;
  clusters: readonly Row[];
  query: string;
}) {
  const base = `/w/${props.slug}`;
  const unit = props.unit === "call types" ? "calls" : props.unit;
  const columns = useMemo(() => columnsOf(unit), [unit]);
  const scope = <ScopeBar slug={props.slug} view={props.scope} />;
  if (props.clusters.length === 0) {
    const narrow = props.scope.summary.narrow ? { scope } : {};
    return <NoCalls base={base} title="Clusters" {...narrow} />;
  }
  return (
    <Page
      figures
      layout="fill"
      crumbs={[{ label: "Clusters" }]}
      filters={<UnitSwitch unit={props.unit} />}
      scope={scope}
    >
      <TableToolbar
        csvHref={`${base}/overview.csv${props.query}`}
        jsonHref={`${base}/overview.json${props.query}`}
      />
      <DataTable
        name="Clusters by spend"
        columns={columns}
        rows={props.clusters}
        rowId={({ id }) => id}
        rowHref={({ id }) => `${base}/clusters/${id}${props.scope.query}`}
        empty={null}
        className="flex-1"
      />
    </Page>
  );
}

const columnsOf = (unit: string): DataColumn<Row>[] => [
  {
    id: "name",
    header: "cluster",
    minWidth: "9rem",
    maxWidth: "15rem",
    cell: ({ name }) => <span className="font-medium">{name}</span>,
  },
  {
    id: "spend",
    header: "spend",
    unit: "USD",
    align: "end",
    cell: ({ usage }) => formatMoney(usage.cost.costUsd),
  },
  { id: "calls", header: "calls", align: "end", cell: ({ usage }) => formatCount(usage.calls) },
  {
    id: "share",
    header: `viable, of ${unit}`,
    unit: "95 %",
    align: "end",
    cell: ({ evidence }) => formatShare(evidence?.share.value, evidence?.share.interval),
  },
  {
    id: "n",
    header: "labels",
    align: "end",
    cell: ({ evidence }) => formatCount(evidence?.share.n ?? 0),
  },
  { id: "next", header: "next", cell: ({ next }) => <span title={next.reason}>{next.text}</span> },
  {
    id: "acts",
    header: "acts inside",
    minWidth: "13rem",
    maxWidth: "19rem",
    cell: ({ acts }) => <ActBar acts={acts} />,
  },
  {
    id: "routed",
    header: "a router knows",
    maxWidth: "16rem",
    cell: (row) => (
      <RoutedBy addressable={row.addressable} routeKeys={row.routeKeys} clusterName={row.name} />
    ),
  },
  {
    id: "models",
    header: "models",
    maxWidth: "14rem",
    cell: ({ usage }) => usage.models.map(({ model }) => model ?? "no model named").join(", "),
  },
];
