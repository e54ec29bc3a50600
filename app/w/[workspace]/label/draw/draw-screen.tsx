"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState, useTransition } from "react";
import { toast } from "sonner";
import { ScopeBar } from "@/app/w/[workspace]/_scope/scope-bar";
import { DrawForm } from "@/components/label/draw-form";
import { DrawTable } from "@/components/label/draw-table";
import { FrameSentence } from "@/components/label/frame-sentence";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCounted } from "@/lib/display/count";
import type { DrawSummary } from "@/lib/labelling/draw-summary";
import type { FrameCounts } from "@/lib/labelling/frame-counts";
import type { ClusterFrame } from "@/lib/labelling/plan-draw";
import { defaultFields } from "@/lib/labelling/plan-fields";
import type { ScopeView } from "@/lib/scope/scope-view";
import { drawCallsAction, extendDrawAction, moveDrawAction } from "./actions";
import { fetchCheck } from "./fetch-check";
import { useDrawPlan } from "./use-draw-plan";

export function DrawScreen(props: {
  slug: string;
  scope: ScopeView;
  counts: FrameCounts;
  clusters: ClusterFrame[];
  draws: DrawSummary[];
  labellers: { userId: string; name: string }[];
  pace: number | null;
  seed: string;
  mayDraw: boolean;
}) {
  const { slug, clusters, draws, labellers, mayDraw, seed } = props;
  const base = `/w/${slug}`;
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [drawing, startDrawing] = useTransition();
  const defaults = useMemo(
    () => defaultFields({ clusters: clusters.length, labellers: labellers.length, seed }),
    [clusters.length, labellers.length, seed],
  );
  const plan = useDrawPlan(defaults);
  const scopeLine = <ScopeBar slug={slug} view={props.scope} />;
  const onDraw = (input: unknown) =>
    startDrawing(async () => {
      setProblem(null);
      await plan.settled();
      const made = await drawCallsAction(slug, input);
      if (made.ok) router.push(`${base}/label?draw=${made.value.number}`);
      else setProblem(made.message);
    });
  return (
    <Page crumbs={[{ label: "Label", href: `${base}/label` }, { label: "Draws" }]}>
      {mayDraw && clusters.length > 0 ? (
        <DrawForm
          {...props}
          scope={props.scope.summary.scope}
          scopeLine={scopeLine}
          fields={plan.fields}
          onChange={plan.change}
          problem={problem}
          drawing={drawing}
          onDraw={onDraw}
        />
      ) : null}
      {clusters.length === 0 ? (
        <EmptyState
          title="No calls to draw"
          action={
            <ButtonLink variant="primary" href={`${base}/imports`}>
              Import traces
            </ButtonLink>
          }
          className="px-0"
        >
          A draw needs calls with a text to judge.
          <FrameSentence counts={props.counts} />
          {props.scope.summary.narrow ? scopeLine : null}
        </EmptyState>
      ) : null}
      {draws.length > 0 ? (
        <DrawTable
          draws={draws}
          base={base}
          doing={{
            mayDraw,
            onCheck: (number) => fetchCheck(`${base}/label/draw/${number}/check`),
            onExtend: async (input) => {
              const made = await extendDrawAction(slug, input);
              if (!made.ok) return made.message;
              toast(`${formatCounted(made.value.items, "call")} drawn beside the others.`);
              return null;
            },
            onMove: async (number) => {
              const moved = await moveDrawAction(slug, number);
              if (moved.ok) toast(`Draw ${number} asks by codebook ${moved.value.version} now.`);
              else toast.error(moved.message);
            },
          }}
        />
      ) : null}
    </Page>
  );
}
