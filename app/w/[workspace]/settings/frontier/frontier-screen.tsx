"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { FrontierTable } from "@/components/settings/frontier-table";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { FrontierRow } from "@/lib/overview/frontier-rows";
import { FRONTIER_RULE } from "@/lib/pricing/frontier";
import { saveFrontierAction } from "./actions";

/** Which models count as frontier, for the share of frontier spend. */
export function FrontierScreen(props: {
  slug: string;
  mayChange: boolean;
  chosen: readonly string[] | null;
  rows: readonly FrontierRow[];
}) {
  const { slug, chosen, rows } = props;
  const [pending, start] = useTransition();
  const save = (models: string[] | null, said: string) =>
    start(async () => {
      const problem = await saveFrontierAction(slug, models);
      toast(problem ?? said);
    });
  const tick = (model: string, frontier: boolean) => {
    const before = rows.flatMap((row) => (row.frontier ? [row.model] : []));
    const kept = chosen === null ? before : [...chosen];
    const after = frontier ? [...kept, model] : kept.filter((name) => name !== model);
    save(after, frontier ? `${model} counts as frontier` : `${model} does not count as frontier`);
  };
  return (
    <Page crumbs={[{ label: "Settings", href: `/w/${slug}/settings` }, { label: "Frontier" }]}>
      <SettingsNav />
      {props.mayChange ? null : (
        <Alert>Only an owner or admin of this workspace can change what stands here.</Alert>
      )}
      <section aria-labelledby="frontier" className="flex flex-col gap-3" aria-busy={pending}>
        <h2 id="frontier" className="text-base font-semibold">
          Frontier models
        </h2>
        <p className="max-w-2xl text-muted">
          The share of frontier spend speaks of the calls on these models alone: what a small model
          takes over from a dear one. Until somebody ticks, a model counts by its {FRONTIER_RULE}.
        </p>
        {rows.length === 0 ? (
          <EmptyState title="No call names a model">
            Import traces that say which model answered.
          </EmptyState>
        ) : (
          <FrontierTable rows={rows} disabled={!props.mayChange || pending} onTick={tick} />
        )}
        {chosen === null || !props.mayChange ? null : (
          <Button onClick={() => save(null, "The rule holds again")} className="w-fit">
            Go by the list price again
          </Button>
        )}
      </section>
    </Page>
  );
}
