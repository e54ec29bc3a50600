"use client";

import { type FormEvent, type ReactNode, useMemo } from "react";
import { DrawFields } from "@/components/label/draw-fields";
import { DrawPlanTable } from "@/components/label/draw-plan-table";
import { DrawRaterFields } from "@/components/label/draw-rater-fields";
import { DrawSum } from "@/components/label/draw-sum";
import { FrameSentence } from "@/components/label/frame-sentence";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatCounted } from "@/lib/display/count";
import type { DrawInput } from "@/lib/labelling/draw-input";
import type { FrameCounts } from "@/lib/labelling/frame-counts";
import { type ClusterFrame, planDraw } from "@/lib/labelling/plan-draw";
import {
  listOf,
  type PlanField,
  type PlanFields,
  readPlanFields,
} from "@/lib/labelling/plan-fields";
import type { Scope } from "@/lib/scope/scope";

/** Plans a draw: what each choice buys is seen before it is paid for in labels. */
export function DrawForm(props: {
  scope: Scope;
  /** Where the scope is shown and changed. */
  scopeLine: ReactNode;
  counts: FrameCounts;
  clusters: readonly ClusterFrame[];
  labellers: readonly { userId: string; name: string }[];
  /** Milliseconds a label takes the team; null when it has given too few to tell. */
  pace: number | null;
  fields: PlanFields;
  onChange: (field: PlanField, value: string) => void;
  problem: string | null;
  drawing: boolean;
  onDraw: (input: DrawInput) => void;
}) {
  const { clusters, fields, onChange } = props;
  const { input, errors } = readPlanFields(fields, props.scope, clusters);
  const left = new Set(listOf(fields.leave));
  const plan = usePlan(clusters, fields.leave, input);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (input && !props.drawing) props.onDraw(input);
  };
  const onToggle = (clusterId: string, take: boolean) => {
    const others = [...left].filter((id) => id !== clusterId);
    onChange("leave", (take ? others : [...others, clusterId]).join(","));
  };
  const shared = { fields, errors, onChange };
  return (
    <form onSubmit={onSubmit} aria-label="Plan a draw" className="flex max-w-6xl flex-col gap-5">
      <div>
        <h2 className="text-xl font-semibold">Draw calls to label</h2>
        <FrameSentence counts={props.counts} />
        <div className="pt-1">{props.scopeLine}</div>
      </div>
      <DrawFields {...shared} />
      <DrawPlanTable plans={plan.clusters} left={left} onToggle={onToggle} />
      {errors.leave ? <Alert tone="error">{errors.leave}</Alert> : null}
      <DrawRaterFields {...shared} labellers={props.labellers} />
      {props.problem === null ? null : (
        <Alert tone="error" title="Nothing was drawn">
          {props.problem}
        </Alert>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          type="submit"
          variant="primary"
          size="lg"
          loading={props.drawing}
          disabled={input === null || plan.items === 0}
        >
          Draw {formatCounted(plan.items, "call")}
        </Button>
        <DrawSum plan={plan} pace={props.pace} />
      </div>
    </form>
  );
}

/** The plan of the clusters that are not left out; the others stand in the table without any. */
function usePlan(clusters: readonly ClusterFrame[], leave: string, input: DrawInput | null) {
  const asked = JSON.stringify(input);
  return useMemo(() => {
    const left = new Set(listOf(leave));
    const choice = input ?? NOTHING;
    const chosen = planDraw(
      clusters.filter(({ clusterId }) => !left.has(clusterId)),
      choice,
    );
    const plans = new Map(chosen.clusters.map((plan) => [plan.clusterId, plan]));
    const others = planDraw(clusters, NOTHING).clusters;
    return { ...chosen, clusters: others.map((plan) => plans.get(plan.clusterId) ?? plan) };
    // the input is read anew at each render; its text says whether it changed
    // oxlint-disable-next-line react/exhaustive-deps
  }, [clusters, leave, asked]);
}

const NOTHING = {
  allocation: "equal" as const,
  perCluster: 0,
  wanted: null,
  maxPerTrace: null,
  collapseAlike: false,
  slotsPerItem: 1,
  secondShare: 0,
};
