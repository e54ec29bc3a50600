import { InlineNumber } from "@/app/w/[workspace]/_components/inline-number";
import type { SentenceProps } from "./sentence-props";
import { WordChoice } from "./word-choice";

const HOSTINGS = [
  { value: "tokens", label: "paid per token" },
  { value: "gpu", label: "on an own GPU" },
] as const;

/** Which small model, and what it costs. */
export function CandidateSentence({ assumed, candidate, candidates, onChange }: SentenceProps) {
  return (
    <p>
      Of the calls of each route key,{" "}
      <InlineNumber
        label="Calls routed, per cent"
        value={assumed.share}
        max={100}
        unit="%"
        onChange={(share) => onChange({ share })}
      />{" "}
      go to{" "}
      <WordChoice
        label="Candidate"
        value={assumed.candidate ?? ""}
        options={candidates}
        onChange={(value) => onChange({ candidate: value, price_in: null, price_out: null })}
      />
      , which is{" "}
      <WordChoice
        label="Hosting"
        value={assumed.hosting}
        options={HOSTINGS}
        onChange={(hosting) => onChange({ hosting })}
      />
      {assumed.hosting === "gpu" ? (
        <Gpu assumed={assumed} onChange={onChange} />
      ) : (
        <Price assumed={assumed} candidate={candidate} onChange={onChange} />
      )}
    </p>
  );
}

function Price({
  assumed,
  candidate,
  onChange,
}: Pick<SentenceProps, "assumed" | "candidate" | "onChange">) {
  const listed = (usd: number | undefined) =>
    usd === undefined ? null : Number((usd * 1e6).toPrecision(6));
  return (
    <>
      {": "}
      <InlineNumber
        label="Price of input, USD per million tokens"
        before="$"
        value={assumed.price_in ?? listed(candidate?.rates?.input)}
        placeholder="no price"
        step={0.01}
        wide
        onChange={(price) => onChange({ price_in: price })}
      />{" "}
      a million tokens in and{" "}
      <InlineNumber
        label="Price of output, USD per million tokens"
        before="$"
        value={assumed.price_out ?? listed(candidate?.rates?.output)}
        placeholder="no price"
        step={0.01}
        wide
        onChange={(price) => onChange({ price_out: price })}
      />{" "}
      out.
    </>
  );
}

function Gpu({ assumed, onChange }: Pick<SentenceProps, "assumed" | "onChange">) {
  return (
    <>
      {" at "}
      <InlineNumber
        label="Price of a GPU, USD an hour"
        before="$"
        value={assumed.gpu_usd}
        step={0.1}
        onChange={(usd) => onChange({ gpu_usd: usd })}
      />{" "}
      an hour that reads{" "}
      <InlineNumber
        label="Tokens read a second"
        value={assumed.gpu_reads}
        above={0}
        step={100}
        wide
        onChange={(reads) => onChange({ gpu_reads: reads })}
      />{" "}
      and writes{" "}
      <InlineNumber
        label="Tokens written a second"
        value={assumed.gpu_writes}
        above={0}
        step={100}
        wide
        onChange={(writes) => onChange({ gpu_writes: writes })}
      />{" "}
      tokens a second, busy{" "}
      <InlineNumber
        label="GPU busy, per cent"
        value={assumed.gpu_busy}
        above={0}
        max={100}
        unit="%"
        onChange={(busy) => onChange({ gpu_busy: busy })}
      />{" "}
      of the time.
    </>
  );
}
