"use client";

import { Link } from "@/components/ui/link";
import { ShareChart } from "@/components/charts/share-chart";
import { Page } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import type { Audit } from "@/lib/overview/audit";
import type { CandidateChoice } from "@/lib/overview/candidates";
import type { Deed } from "@/lib/overview/next-deeds";
import type { ScopeView } from "@/lib/scope/scope-view";
import { ScopeBar } from "@/app/w/[workspace]/_scope/scope-bar";
import { BesideThePaper } from "@/app/w/[workspace]/_components/beside-the-paper";
import { Headline } from "@/app/w/[workspace]/_components/headline";
import { NextDeeds } from "@/app/w/[workspace]/_components/next-deeds";
import { NoCalls } from "@/app/w/[workspace]/_components/no-calls";
import { PassSelect } from "@/app/w/[workspace]/_components/pass-select";
import { SavingsSentence } from "@/app/w/[workspace]/_components/savings-sentence";
import { SavingsTable } from "@/app/w/[workspace]/_components/savings-table";
import { toShareRows } from "@/app/w/[workspace]/_components/share-rows";
import { UnitSwitch } from "@/app/w/[workspace]/_components/unit-switch";

export function OverviewScreen(props: {
  scope: ScopeView;
  workspace: { slug: string; name: string; sample: boolean };
  audit: Audit;
  deeds: readonly Deed[];
  candidates: readonly CandidateChoice[];
  /** Raters whose labels alone may be read; null to whom may not. */
  raters: readonly { readonly id: string; readonly name: string }[] | null;
  /** The query of this view, for its downloads. */
  query: string;
}) {
  const { audit, workspace } = props;
  const base = `/w/${workspace.slug}`;
  const scope = <ScopeBar slug={workspace.slug} view={props.scope} />;
  if (audit.clusters.length === 0)
    return <NoCalls base={base} {...(props.scope.summary.narrow ? { scope } : {})} />;
  return (
    <Page
      figures
      crumbs={[{ label: "Overview" }]}
      filters={
        <>
          <UnitSwitch unit={audit.unit} />
          {props.raters !== null && props.raters.length > 1 ? (
            <PassSelect raters={props.raters} pass={audit.pass?.id ?? null} />
          ) : null}
        </>
      }
      scope={scope}
      actions={<Downloads base={base} query={props.query} />}
    >
      {workspace.sample ? <SampleNote /> : null}
      {audit.pass ? (
        <Alert title={`Read by the labels of ${audit.pass.name} alone`}>
          Every figure here is read from this pass, what is ready too. The routes file stands on the
          labels of all.
        </Alert>
      ) : null}
      <Headline audit={audit} base={base} />
      <section aria-label="Viable share by cluster">
        <ShareChart
          name="Viable share by cluster"
          {...toShareRows(audit, base, props.scope.query)}
        />
        {audit.usage.cost.listPriceMayOverstate ? (
          <p className="pt-2 text-sm text-muted">
            Some calls do not say how much of their input came from a cache: the list price may
            overstate what was billed.{" "}
            <Link href={`${base}/savings`} className="underline underline-offset-2">
              By how much at most
            </Link>
            .
          </p>
        ) : null}
      </section>
      <NextDeeds deeds={props.deeds} base={base} query={props.scope.query} />
      <section aria-labelledby="savings" className="flex flex-col gap-2">
        <h2 id="savings" className="text-base font-semibold">
          Savings
        </h2>
        <SavingsSentence candidates={props.candidates} assumed={audit.assumed} />
        <SavingsTable audit={audit} base={base} query={props.scope.query} />
      </section>
      <BesideThePaper />
    </Page>
  );
}

function SampleNote() {
  return (
    <Alert title="This is the sample workspace">
      Its calls and its labels are made by a generator: they show how an audit reads, and say
      nothing about any real agent.
    </Alert>
  );
}

function Downloads({ base, query }: { base: string; query: string }) {
  const style = buttonStyle({ variant: "ghost", size: "sm" });
  return (
    <>
      <a href={`${base}/overview.csv${query}`} className={style} download>
        CSV
      </a>
      <a href={`${base}/overview.json${query}`} className={style}>
        JSON
      </a>
    </>
  );
}
