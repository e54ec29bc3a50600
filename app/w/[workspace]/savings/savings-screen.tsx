"use client";

import { useDeferredValue, useMemo, useState, useTransition } from "react";
import { toast } from "sonner";
import { NoCalls } from "@/app/w/[workspace]/_components/no-calls";
import { ScopeBar } from "@/app/w/[workspace]/_scope/scope-bar";
import { useAssumptions } from "@/app/w/[workspace]/_components/use-audit-params";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { computeSavings, type SavingsInput } from "@/lib/overview/compute-savings";
import type { CacheDoubt as Doubt } from "@/lib/overview/cache-doubt";
import type { CandidateChoice } from "@/lib/overview/candidates";
import type { DayCost } from "@/lib/overview/daily-cost";
import type { Window } from "@/lib/overview/window";
import type { CostComparison as Comparison } from "@/lib/pricing/compare-costs";
import type { UsedPrice } from "@/lib/pricing/list-prices-used";
import { type FullAssumptions, writeAssumptions } from "@/lib/savings/assumptions";
import type { ScopeView } from "@/lib/scope/scope-view";
import { writeScopeParams } from "@/lib/scope/scope-params";
import { AssumptionSentences } from "./_components/assumption-sentences";
import { CacheDoubt } from "./_components/cache-doubt";
import { Consequences } from "./_components/consequences";
import { KeepProjection, type KeptEntry } from "./_components/keep-projection";
import { Overall } from "./_components/overall";
import { ShareView } from "./_components/share-view";
import { keepProjectionAction, saveAssumptionsAction } from "./actions";

export function SavingsScreen(props: {
  slug: string;
  input: SavingsInput;
  defaults: FullAssumptions;
  candidates: readonly CandidateChoice[];
  scope: ScopeView;
  window: Window;
  days: readonly DayCost[];
  comparisons: readonly Comparison[];
  prices: readonly UsedPrice[];
  doubt: Doubt | null;
  kept: readonly KeptEntry[];
  mayKeep: boolean;
  maySave: boolean;
}) {
  const { slug, input, defaults, doubt } = props;
  const base = `/w/${slug}`;
  const { assumed, change, reset, isChanged, settled } = useAssumptions(defaults, false);
  // typing never waits for the charts
  const shown = useDeferredValue(assumed);
  const view = useMemo(() => computeSavings(input, shown), [input, shown]);
  const query = new URLSearchParams({
    ...writeAssumptions(assumed),
    ...writeScopeParams(props.scope.summary.scope),
  }).toString();
  const files = useDeferredValue(query);
  const deeds = useDeeds(slug, query, settled);
  const scope = <ScopeBar slug={slug} view={props.scope} />;
  if (input.clusters.length === 0)
    return (
      <NoCalls base={base} title="Savings" {...(props.scope.summary.narrow ? { scope } : {})} />
    );
  return (
    <Page
      figures
      crumbs={[{ label: "Savings" }]}
      scope={scope}
      actions={<ShareView path={`${base}/savings?${query}`} />}
    >
      <div className="grid items-start gap-x-8 gap-y-8 xl:grid-cols-[20rem_minmax(0,1fr)] 2xl:grid-cols-[25rem_minmax(0,1fr)] 2xl:gap-x-12">
        <section aria-labelledby="assumed" className="flex flex-col gap-2 xl:sticky xl:top-0">
          <h2 id="assumed" className="text-base font-semibold">
            What is assumed
          </h2>
          <AssumptionSentences
            assumed={assumed}
            candidate={view.candidate}
            candidates={props.candidates}
            hasSilentCache={doubt !== null}
            onChange={change}
          />
          <div className="flex flex-wrap gap-2">
            {isChanged ? (
              <Button size="sm" onClick={reset}>
                As the workspace has it
              </Button>
            ) : null}
            {isChanged && props.maySave ? (
              <Button size="sm" loading={deeds.saving} onClick={deeds.save}>
                Make these the workspace’s assumptions
              </Button>
            ) : null}
          </div>
          <p className="text-sm text-muted">
            {isChanged
              ? "Decisions and routes.yaml stand on the workspace’s own assumptions, not on these."
              : "Decisions and routes.yaml stand on these assumptions."}
          </p>
        </section>
        <div className="flex min-w-0 flex-col gap-8">
          <Overall view={view} window={props.window} />
          {doubt ? (
            <CacheDoubt
              doubt={doubt}
              cached={assumed.cached}
              onUse={(cached) => change({ cached })}
            />
          ) : null}
          <Consequences
            view={view}
            input={input}
            days={props.days}
            comparisons={props.comparisons}
            prices={props.prices}
            base={base}
            query={files}
          />
          <KeepProjection
            kept={props.kept}
            base={base}
            action={props.mayKeep ? deeds.keep : null}
            pending={deeds.keeping}
            problem={deeds.problem}
          />
        </div>
      </div>
    </Page>
  );
}

/** Keeping a projection and saving assumptions, with what went wrong. */
function useDeeds(slug: string, query: string, settled: () => Promise<unknown>) {
  const [problem, setProblem] = useState<string | null>(null);
  const [keeping, startKeeping] = useTransition();
  const [saving, startSaving] = useTransition();
  const keep = (form: FormData) =>
    startKeeping(async () => {
      await settled();
      const { number, message } = await keepProjectionAction(slug, {
        name: form.get("name"),
        query,
      });
      setProblem(message);
      if (number !== null) toast(`Kept as projection ${number}`);
    });
  const save = () =>
    startSaving(async () => {
      await settled();
      const refusal = await saveAssumptionsAction(slug, query);
      toast(refusal ?? "Decisions and the routes stand on these assumptions now");
    });
  return { problem, keeping, saving, keep, save };
}
