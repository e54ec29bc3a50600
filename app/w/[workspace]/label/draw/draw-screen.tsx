"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { DrawForm } from "@/components/label/draw-form";
import { DrawTable } from "@/components/label/draw-table";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { DrawSummary } from "@/lib/labelling/draw-summary";
import type { ClusterFrame } from "@/lib/labelling/plan-draw";
import { drawCallsAction } from "./actions";

export function DrawScreen(props: {
  slug: string;
  clusters: ClusterFrame[];
  draws: DrawSummary[];
  seed: string;
  mayDraw: boolean;
}) {
  const { slug, clusters, draws, mayDraw } = props;
  const base = `/w/${slug}`;
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [drawing, startDrawing] = useTransition();
  const onDraw = (input: unknown) =>
    startDrawing(async () => {
      setProblem(null);
      const made = await drawCallsAction(slug, input);
      if (made.ok) router.push(`${base}/label?draw=${made.value.number}`);
      else setProblem(made.message);
    });
  return (
    <Page crumbs={[{ label: "Label", href: `${base}/label` }, { label: "Draws" }]}>
      {mayDraw && clusters.length > 0 ? (
        <DrawForm
          clusters={clusters}
          seed={props.seed}
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
          A draw needs calls with a text to judge, and this workspace has none yet.
        </EmptyState>
      ) : null}
      {draws.length > 0 ? <DrawTable draws={draws} base={base} /> : null}
    </Page>
  );
}
