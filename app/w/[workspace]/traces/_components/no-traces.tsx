import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** No trace at all, or none that the search finds. */
export function NoTraces(props: { base: string; isFiltered: boolean; onClear: () => void }) {
  if (props.isFiltered) {
    return (
      <EmptyState
        title="No trace fits"
        action={<Button onClick={props.onClear}>Clear the search</Button>}
      >
        No trace has an id that holds these words. A call is found by its own id in the list of
        calls.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No traces yet"
      action={
        <ButtonLink href={`${props.base}/imports`} variant="primary">
          Import a trace file
        </ButtonLink>
      }
    >
      A trace is one run of the agent: its calls in order. Calls whose source names no trace stand
      in the list of calls alone.
    </EmptyState>
  );
}
