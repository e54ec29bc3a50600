"use client";

import { Select } from "@/components/ui/select";
import type { CandidateChoice } from "@/lib/overview/candidates";
import type { FullAssumptions } from "@/lib/savings/assumptions";
import { InlineNumber } from "./inline-number";
import { useAssumptions } from "./use-audit-params";

const CACHES = [
  { value: "cold", label: "cold" },
  { value: "warm", label: "warm" },
] as const;

/** What the savings assume, as a sentence whose values can be changed; they live in the address. */
export function SavingsSentence(props: {
  candidates: readonly CandidateChoice[];
  /** What is in use, from the address, the workspace or the defaults. */
  assumed: FullAssumptions;
}) {
  const { assumed, change } = useAssumptions(props.assumed, true);
  const { escalation } = assumed;
  return (
    <p className="max-w-4xl text-base leading-9">
      If{" "}
      <InlineNumber
        label="Calls routed, per cent"
        value={assumed.share}
        max={100}
        unit="%"
        onChange={(share) => change({ share })}
      />{" "}
      of a cluster’s calls go to{" "}
      <Select
        size="sm"
        label="Candidate"
        value={assumed.candidate ?? ""}
        options={props.candidates}
        onChange={(candidate) => change({ candidate })}
        className="inline-flex align-middle"
      />{" "}
      and{" "}
      <InlineNumber
        label="Calls that come back, per cent; empty takes them from the share"
        value={escalation === "share" ? null : escalation}
        placeholder="1 − v"
        max={100}
        unit="%"
        onChange={(rate) => change({ escalation: rate ?? "share" })}
      />{" "}
      of them come back to the model of today
      {escalation === "share" ? " (what is not viable, v being the viable share)" : ""}, where they
      find the prompt cache{" "}
      <Select
        size="sm"
        label="Prompt cache"
        value={assumed.cache}
        options={CACHES}
        onChange={(cache) => change({ cache })}
        className="inline-flex align-middle"
      />
      :
    </p>
  );
}
