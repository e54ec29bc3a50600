import type { Facet } from "@/components/data-table/table-toolbar";
import type { CallFacets, FacetValue } from "@/lib/calls/call-item";
import { CALL_FLAGS, type CallFlag } from "@/lib/calls/call-query";
import { formatCount } from "@/lib/display/count";
import { truncateMiddle } from "@/lib/display/identifier";

const FLAG_NAMES: Record<CallFlag, string> = {
  errored: "Errored",
  without_text: "Without text",
  without_ground_truth: "Without ground truth",
  near_duplicate: "Asked like an earlier one",
};

type Chosen = Record<keyof CallFacets | "trace" | "alike", string | null> & {
  flag: CallFlag | null;
};

/** The filters of the list of calls. One that came with the address is there even if it counts nothing. */
export function callFacets(
  facets: CallFacets,
  chosen: Chosen,
  onChange: (change: Partial<Chosen>) => void,
): Facet[] {
  const of = (id: keyof CallFacets, name: string): Facet => ({
    id,
    name,
    value: chosen[id],
    options: optionsOf(facets[id], chosen[id]),
    onChange: (value) => onChange({ [id]: value }),
  });
  return [
    of("cluster", "Cluster"),
    of("step", "Step"),
    of("agent", "Agent"),
    of("model", "Model"),
    of("import", "Import"),
    {
      id: "flag",
      name: "Flag",
      value: chosen.flag,
      options: CALL_FLAGS.map((flag) => ({ value: flag, label: FLAG_NAMES[flag] })),
      onChange: (value: string | null) =>
        onChange({ flag: CALL_FLAGS.find((flag) => flag === value) ?? null }),
    },
    ...(chosen.alike === null ? [] : [alikeFacet(chosen.alike, onChange)]),
    ...(chosen.trace === null ? [] : [traceFacet(chosen.trace, onChange)]),
  ].filter((facet) => facet.options.length > 0);
}

/** A trace is chosen on its own page; here it can only be let go. */
const traceFacet = (trace: string, onChange: (change: Partial<Chosen>) => void): Facet => ({
  id: "trace",
  name: "Trace",
  value: trace,
  options: [{ value: trace, label: `Trace ${truncateMiddle(trace)}` }],
  onChange: (value) => onChange({ trace: value }),
});

/** Reached from one of the calls; here it can only be let go. */
const alikeFacet = (alike: string, onChange: (change: Partial<Chosen>) => void): Facet => ({
  id: "alike",
  name: "Alike",
  value: alike,
  options: [{ value: alike, label: `Asked like ${truncateMiddle(alike)}` }],
  onChange: (value) => onChange({ alike: value }),
});

function optionsOf(values: readonly FacetValue[], chosen: string | null): Facet["options"] {
  const options = values.map(({ value, label, calls }) => ({
    value,
    label,
    count: formatCount(calls),
  }));
  const isOffered = chosen === null || values.some(({ value }) => value === chosen);
  return isOffered ? options : [{ value: chosen, label: chosen }, ...options];
}
