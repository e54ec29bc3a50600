"use client";

import { type FormEvent, useId, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { DrawSummary } from "@/lib/labelling/draw-summary";
import { ExtendInput } from "@/lib/labelling/extend-input";

type Kind = ExtendInput["kind"];

const KINDS: { value: Kind; label: string }[] = [
  { value: "raise", label: "More calls of its frame" },
  { value: "frame", label: "Calls that came since" },
];

const WHAT: Record<Kind, string> = {
  raise:
    "Takes the next calls by their permanent numbers. What is drawn stays; its probabilities become those of the larger draw.",
  frame:
    "Adds the calls of its scope that have come since the frame was closed, as strata of their own. What is drawn stays as it is.",
};

/** Asks how a draw is to be extended. */
export function ExtendDraw(props: {
  draw: DrawSummary;
  /** @returns what was refused; null when it is done. */
  onExtend: (input: ExtendInput) => Promise<string | null>;
}) {
  const { draw } = props;
  const isEqual = draw.allocation === "equal";
  const form = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [kind, setKind] = useState<Kind>("raise");
  const [many, setMany] = useState("20");
  const [problem, setProblem] = useState<string | null>(null);
  const count = many.trim() === "" ? Number.NaN : Number(many);
  const parsed = ExtendInput.safeParse(
    kind === "raise"
      ? { kind, draw: draw.number, more: count }
      : isEqual
        ? { kind, draw: draw.number, perCluster: count }
        : { kind, draw: draw.number, perCluster: draw.perCluster, wanted: count },
  );
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!parsed.success || busy) return;
    setBusy(true);
    const refusal = await props.onExtend(parsed.data);
    setBusy(false);
    setProblem(refusal);
    if (refusal === null) setOpen(false);
  };
  return (
    <Dialog
      title={`Extend draw ${draw.number}`}
      description={WHAT[kind]}
      trigger={<Button size="sm">Extend</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setProblem(null);
      }}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            type="submit"
            form={form}
            variant="primary"
            loading={busy}
            disabled={!parsed.success}
          >
            Extend the draw
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
        <Field label="By">
          <Select<Kind> options={KINDS} value={kind} onChange={setKind} />
        </Field>
        <Field
          label={isEqual ? "Calls per cluster" : "Calls in all"}
          hint={kind === "raise" ? "Further ones, beside those it has" : "Of those that came since"}
          error={parsed.success ? null : parsed.error.issues[0]?.message}
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={many}
            onChange={(event) => setMany(event.currentTarget.value)}
          />
        </Field>
        {problem === null ? null : (
          <Alert tone="error" title="Nothing was drawn">
            {problem}
          </Alert>
        )}
      </form>
    </Dialog>
  );
}
