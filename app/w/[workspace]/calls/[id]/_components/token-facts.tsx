import type { CallRow } from "@/lib/calls/call-row";
import { formatTokens } from "@/lib/display/count";
import { Fact } from "./fact";

/** Tokens in and out; what was cached, written and thought is part of them. */
export function TokenFacts(props: { row: CallRow }) {
  const { row } = props;
  return (
    <>
      <Fact name="Tokens in">
        {formatTokens(row.input_tokens)}
        <span className="block text-muted">
          of which cached {formatTokens(row.cached_input_tokens)}, written to the cache{" "}
          {formatTokens(row.cache_write_tokens)}
        </span>
      </Fact>
      <Fact name="Tokens out">
        {formatTokens(row.output_tokens)}
        <span className="block text-muted">
          of which reasoning {formatTokens(row.reasoning_tokens)}
        </span>
      </Fact>
    </>
  );
}
