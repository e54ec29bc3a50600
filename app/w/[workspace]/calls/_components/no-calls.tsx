import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** No call at all, or none that the filter lets through. */
export function NoCalls(props: { base: string; isEmpty: boolean; onClear: () => void }) {
  if (props.isEmpty) {
    return (
      <EmptyState
        title="No calls yet"
        action={
          <ButtonLink href={`${props.base}/imports`} variant="primary">
            Import a trace file
          </ButtonLink>
        }
      >
        A call is one request to a language model and its answer. They come from a trace file of
        your agent: JSONL, JSON or CSV, as it is.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No call fits"
      action={<Button onClick={props.onClear}>Clear search and filters</Button>}
    >
      There are calls here, but none that fits the search and all filters at once.
    </EmptyState>
  );
}
