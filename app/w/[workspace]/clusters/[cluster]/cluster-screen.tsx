"use client";

import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCounted } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatPercent } from "@/lib/display/percent";
import type { ActCount } from "@/lib/overview/acts";
import type { Audit, ClusterAudit } from "@/lib/overview/audit";
import { describeError, describeValue } from "@/lib/overview/headline-text";
import { describeMargin, describeToBar } from "@/lib/overview/more-labels";
import type { RouteKeyAudit } from "@/lib/overview/route-keys";
import { type ScopeView, withQuery } from "@/lib/scope/scope-view";
import type { Share } from "@/lib/statistics/share-result";
import { ScopeBar } from "@/app/w/[workspace]/_scope/scope-bar";
import { Figure } from "@/app/w/[workspace]/_components/figure";
import { HowComputed } from "@/app/w/[workspace]/_components/how-computed";
import { HowCost } from "@/app/w/[workspace]/_components/how-cost";
import { HowSaving } from "@/app/w/[workspace]/_components/how-saving";
import { HowShare } from "@/app/w/[workspace]/_components/how-share";
import { savingCells } from "@/app/w/[workspace]/_components/saving-text";
import { UnitSwitch } from "@/app/w/[workspace]/_components/unit-switch";
import { WindowText } from "@/app/w/[workspace]/_components/window-text";
import { ActTable } from "@/app/w/[workspace]/clusters/_components/act-table";
import { ModelTable } from "@/app/w/[workspace]/clusters/_components/model-table";
import { RouteKeyList } from "@/app/w/[workspace]/clusters/_components/route-key-list";
import { TagYourSteps } from "@/app/w/[workspace]/clusters/_components/tag-your-steps";

type Props = Pick<Audit, "unit" | "candidate" | "assumptions" | "priceBook"> & {
  slug: string;
  scope: ScopeView;
  name: string;
  bar: number;
  /** Null when it has no call in the scope. */
  cluster: ClusterAudit | null;
  acts: readonly ActCount[];
  routeKeys: readonly RouteKeyAudit[];
};

export function ClusterScreen(props: Props) {
  const { slug, cluster, acts, name } = props;
  const { query } = props.scope;
  const base = `/w/${slug}`;
  const scope = <ScopeBar slug={slug} view={props.scope} />;
  const crumbs = [{ label: "Clusters", href: `${base}/clusters${query}` }, { label: name }];
  if (cluster === null) {
    return (
      <Page crumbs={crumbs} scope={scope}>
        <EmptyState title="No calls in this scope">
          {name} has calls, and none of them lies in it. Take a part of it away, or look at the
          whole data.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      figures
      crumbs={crumbs}
      filters={<UnitSwitch unit={props.unit} />}
      scope={scope}
      actions={
        <ButtonLink size="sm" href={withQuery(`${base}/calls?cluster=${cluster.id}`, query)}>
          Its calls
        </ButtonLink>
      }
    >
      <ClusterFigures {...props} cluster={cluster} />
      <RouteKeyList routeKeys={props.routeKeys} bar={props.bar} />
      {cluster.addressable ? null : <TagYourSteps />}
      <section aria-labelledby="acts" className="flex flex-col gap-2">
        <h2 id="acts" className="text-base font-semibold">
          What its calls are seen to do
        </h2>
        <p className="max-w-2xl text-muted">
          Read from the answers, so known only after a call: it helps to understand a cluster, and
          no router can use it.
        </p>
        <ActTable acts={acts} />
      </section>
      <section aria-labelledby="models" className="flex flex-col gap-2">
        <h2 id="models" className="text-base font-semibold">
          Models today
        </h2>
        <ModelTable models={cluster.usage.models} calls={cluster.usage.calls} />
      </section>
    </Page>
  );
}

/** What more labels would do: for the share shown, and for the share of calls, which decides. */
function MoreLabels(props: { share: Share; routeKeys: readonly RouteKeyAudit[]; bar: number }) {
  const [only, ...others] = props.routeKeys;
  const deciding = others.length === 0 ? (only?.evidence?.share ?? null) : null;
  const told = [
    describeMargin(props.share),
    deciding === null ? null : describeToBar(deciding, props.bar),
  ].filter((text) => text !== null);
  if (told.length === 0) return null;
  return (
    <>
      <br />
      {told.join(" · ")}
    </>
  );
}

function ClusterFigures({
  cluster,
  routeKeys,
  bar,
  unit,
  candidate,
  assumptions,
  priceBook,
}: Omit<Props, "cluster"> & { cluster: ClusterAudit }) {
  const { usage, evidence, projection, next } = cluster;
  const share = evidence?.share ?? null;
  const saving = savingCells(projection);
  const counted = unit === "call types" ? "calls" : unit;
  return (
    <section aria-label="The cluster in three figures" className="grid gap-6 md:grid-cols-3">
      <Figure
        value={usage.cost.costUsd === null ? "Cost unknown" : formatMoney(usage.cost.costUsd)}
        how={
          <HowComputed of="Cost today">
            <HowCost usage={usage} priceBook={priceBook} />
          </HowComputed>
        }
      >
        {formatCounted(usage.calls, "call")}, {formatPercent(usage.errored / usage.calls)} with an
        error
        <br />
        <WindowText window={usage.window} />
      </Figure>
      <Figure
        value={
          share === null || share.value === null
            ? "Not labelled yet"
            : `${describeValue(share)} of ${counted} viable`
        }
        how={
          share === null ? null : (
            <HowComputed of={`Viable share of ${counted}`}>
              <HowShare share={share} calls={usage.calls} />
            </HowComputed>
          )
        }
      >
        {formatCounted(share?.n ?? 0, "labelled call")},{" "}
        {formatCounted(evidence?.raters ?? 0, "rater")}
        {share?.interval ? `, ${describeError(share)}` : ""}
        <br />
        {next.text}: {next.reason}
        {share === null ? null : <MoreLabels share={share} routeKeys={routeKeys} bar={bar} />}
      </Figure>
      <Figure
        value={projection.known ? `saves ${saving.low} to ${saving.high}` : "Saving unknown"}
        how={
          <HowComputed of="Projected saving">
            <HowSaving
              projection={projection}
              candidate={candidate.name}
              assumptions={assumptions}
            />
          </HowComputed>
        }
      >
        {projection.known
          ? `of ${saving.today} per ${projection.per}, likely ${saving.mid}, on ${candidate.name}`
          : saving.note}
        {projection.known && saving.note ? (
          <>
            <br />
            {saving.note}
          </>
        ) : null}
      </Figure>
    </section>
  );
}
