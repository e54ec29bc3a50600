import { InlineNumber } from "@/app/w/[workspace]/_components/inline-number";
import type { SentenceProps } from "./sentence-props";

/** What routing does to whole runs, what it costs once, and what a cache served that nobody stated. */
export function RunSentence({ assumed, hasSilentCache, onChange }: SentenceProps) {
  return (
    <p>
      Runs take{" "}
      <InlineNumber
        label="More steps, per cent"
        value={assumed.inflation}
        max={1000}
        unit="%"
        onChange={(inflation) => onChange({ inflation })}
      />{" "}
      more steps once steps are routed. Tuning costs{" "}
      <InlineNumber
        label="Tuning, USD once per route key"
        before="$"
        value={assumed.tuning}
        step={10}
        wide
        onChange={(tuning) => onChange({ tuning })}
      />{" "}
      once, each route key.
      {hasSilentCache || assumed.cached > 0 ? (
        <>
          {" Where the source says nothing of a cache, one served "}
          <InlineNumber
            label="Input from a cache that is not stated, per cent"
            value={assumed.cached}
            max={100}
            unit="%"
            onChange={(cached) => onChange({ cached })}
          />{" "}
          of the input.
        </>
      ) : null}
    </p>
  );
}
