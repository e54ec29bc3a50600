import { InlineNumber } from "@/app/w/[workspace]/_components/inline-number";
import type { SentenceProps } from "./sentence-props";
import { WordChoice } from "./word-choice";

const GATES = [
  { value: "perfect", label: "perfect" },
  { value: "assumed", label: "assumed" },
] as const;
const CACHES = [
  { value: "cold", label: "cold" },
  { value: "warm", label: "warm" },
] as const;

/** Who judges the answers, what comes back, and what that costs. */
export function GateSentence({ assumed, onChange }: SentenceProps) {
  const { escalation } = assumed;
  return (
    <p>
      Judging 1,000 answers costs{" "}
      <InlineNumber
        label="Judging 1,000 answers, USD"
        before="$"
        value={assumed.verifier}
        step={0.1}
        onChange={(verifier) => onChange({ verifier })}
      />
      . The gate is{" "}
      <WordChoice
        label="Gate"
        value={assumed.gate}
        options={GATES}
        onChange={(gate) => onChange({ gate })}
      />
      {assumed.gate === "assumed" ? (
        <>
          {": it sends back "}
          <InlineNumber
            label="Bad answers sent back, per cent"
            value={assumed.catches}
            max={100}
            unit="%"
            onChange={(catches) => onChange({ catches })}
          />{" "}
          of the bad answers and{" "}
          <InlineNumber
            label="Good answers sent back, per cent"
            value={assumed.alarms}
            max={100}
            unit="%"
            onChange={(alarms) => onChange({ alarms })}
          />{" "}
          of the good ones
        </>
      ) : (
        ": it sends back every bad answer and no good one"
      )}
      {escalation === "share" ? "; with the viable share that makes " : "; whatever the share, "}
      <InlineNumber
        label="Calls that come back, per cent; empty takes them from the share"
        value={escalation === "share" ? null : escalation}
        placeholder="1 − v"
        max={100}
        unit="%"
        onChange={(rate) => onChange({ escalation: rate ?? "share" })}
      />{" "}
      of the calls come back. An escalated call finds the prompt cache{" "}
      <WordChoice
        label="Prompt cache"
        value={assumed.cache}
        options={CACHES}
        onChange={(cache) => onChange({ cache })}
      />
      .
    </p>
  );
}
