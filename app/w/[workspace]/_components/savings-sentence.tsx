"use client";

import { Select } from "@/components/ui/select";
import type { CandidateChoice } from "@/lib/overview/candidates";
import { SentenceNumber } from "./sentence-number";
import { useAuditParams } from "./use-audit-params";

const CACHES = [
  { value: "cold", label: "cold" },
  { value: "warm", label: "warm" },
] as const;

/** What the savings assume, as a sentence whose values can be changed; they live in the address. */
export function SavingsSentence(props: {
  candidates: readonly CandidateChoice[];
  /** The one in use, chosen in the address or in the settings. */
  candidate: string;
}) {
  const { values, set, setTyped } = useAuditParams();
  return (
    <p className="max-w-4xl text-base leading-9">
      If{" "}
      <SentenceNumber
        label="Calls routed"
        value={values.share}
        onChange={(share) => void setTyped({ share: share ?? 100 })}
      />{" "}
      of a cluster’s calls go to{" "}
      <Select
        size="sm"
        label="Candidate"
        value={props.candidate}
        options={props.candidates}
        onChange={(candidate) => void set({ candidate })}
        className="inline-flex align-middle"
      />{" "}
      and{" "}
      <SentenceNumber
        label="Calls that come back; empty takes them from the share"
        value={values.escalation}
        placeholder="1 − v"
        onChange={(escalation) => void setTyped({ escalation })}
      />{" "}
      of them come back to the model of today
      {values.escalation === null ? " (what is not viable, v being the viable share)" : ""}, where
      they find the prompt cache{" "}
      <Select
        size="sm"
        label="Prompt cache"
        value={values.cache}
        options={CACHES}
        onChange={(cache) => void set({ cache })}
        className="inline-flex align-middle"
      />
      :
    </p>
  );
}
