"use client";

import { type FormEvent, useMemo, useState } from "react";
import { DrawPlanTable } from "@/components/label/draw-plan-table";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { formatCount, formatCounted } from "@/lib/display/count";
import { formatDuration } from "@/lib/display/time";
import { DrawInput } from "@/lib/labelling/draw-input";
import { wholeMinutes } from "@/lib/labelling/pace";
import { type ClusterFrame, planClusters, SECONDS_A_LABEL } from "@/lib/labelling/plan-draw";

/** Plans a draw: what each choice buys is seen before it is paid for in labels. */
export function DrawForm(props: {
  clusters: readonly ClusterFrame[];
  seed: string;
  problem: string | null;
  drawing: boolean;
  onDraw: (input: DrawInput) => void;
}) {
  const [perCluster, setPerCluster] = useState("60");
  const [maxPerTrace, setMaxPerTrace] = useState("3");
  const [seed, setSeed] = useState(props.seed);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = props.clusters.filter((cluster) => !left.has(cluster.clusterId));
  const parsed = DrawInput.safeParse({
    perCluster: numberOf(perCluster),
    maxPerTrace: maxPerTrace.trim() === "" ? null : numberOf(maxPerTrace),
    seed,
    scope: { clusters: left.size === 0 ? null : chosen.map((cluster) => cluster.clusterId) },
  });
  const errorOf = (field: keyof DrawInput) =>
    parsed.error?.issues.find((issue) => issue.path[0] === field)?.message ?? null;
  const size = parsed.data ?? { perCluster: 0, maxPerTrace: null };
  const plans = useMemo(
    () => planClusters(props.clusters, size),
    // the two numbers are all that it looks at
    // oxlint-disable-next-line react/exhaustive-deps
    [props.clusters, size.perCluster, size.maxPerTrace],
  );
  const items = plans.reduce((sum, plan) => sum + (left.has(plan.clusterId) ? 0 : plan.draws), 0);
  const frameCalls = chosen.reduce((sum, cluster) => sum + cluster.frameCalls, 0);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (parsed.success && !props.drawing) props.onDraw(parsed.data);
  };
  const onToggle = (clusterId: string, take: boolean) => {
    const next = new Set(left);
    if (take) next.delete(clusterId);
    else next.add(clusterId);
    setLeft(next);
  };
  return (
    <form onSubmit={onSubmit} className="flex max-w-4xl flex-col gap-5">
      <div>
        <h2 className="text-xl font-semibold">Draw calls to label</h2>
        <p className="pt-1 text-muted">
          From {formatCounted(frameCalls, "call")} in {formatCounted(chosen.length, "cluster")}, at
          random: the same calls and the same seed give the same draw to anybody.
        </p>
      </div>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
        <Field label="Calls per cluster" hint="1 to 500" error={errorOf("perCluster")}>
          <Input
            inputMode="numeric"
            value={perCluster}
            onChange={(event) => setPerCluster(event.currentTarget.value)}
          />
        </Field>
        <Field
          label="At most per trace"
          hint="Calls of one run are alike; empty for no limit"
          error={errorOf("maxPerTrace")}
        >
          <Input
            inputMode="numeric"
            value={maxPerTrace}
            onChange={(event) => setMaxPerTrace(event.currentTarget.value)}
          />
        </Field>
        <Field label="Seed" hint="Any text; today's date by default" error={errorOf("seed")}>
          <Input value={seed} onChange={(event) => setSeed(event.currentTarget.value)} />
        </Field>
      </div>
      <DrawPlanTable plans={plans} left={left} onToggle={onToggle} />
      {chosen.length === 0 ? <Alert tone="error">Choose at least one cluster</Alert> : null}
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
          disabled={!parsed.success}
        >
          Draw {formatCounted(items, "call")}
        </Button>
        <p className="text-muted">
          {formatCounted(items, "label")} for each rater: about{" "}
          {formatDuration(wholeMinutes(items * SECONDS_A_LABEL * 1000))} at{" "}
          {formatCount(SECONDS_A_LABEL)} s a label
        </p>
      </div>
    </form>
  );
}

/** A number as it is typed; what is none is told by the check behind it. */
const numberOf = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));
