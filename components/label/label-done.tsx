import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount, formatCounted } from "@/lib/display/count";

/** There is nothing left for this person: all is labelled by them, skipped, or taken by others. */
export function LabelDone(props: {
  labelled: number;
  skipped: number;
  draw: number;
  base: string;
  mayDraw: boolean;
  onAskAgain: () => void;
}) {
  const { labelled, skipped } = props;
  return (
    <EmptyState
      title={
        labelled === 0
          ? `Nothing is left for you in draw ${props.draw}`
          : `All ${formatCount(labelled)} items of draw ${props.draw} labelled by you`
      }
      action={
        <>
          <ButtonLink variant="primary" href={props.base}>
            See what they say
          </ButtonLink>
          {skipped > 0 ? (
            <Button onClick={props.onAskAgain}>
              Show the {formatCounted(skipped, "item")} that you skipped
            </Button>
          ) : null}
          {props.mayDraw ? (
            <ButtonLink href={`${props.base}/label/draw`}>Draw more calls</ButtonLink>
          ) : null}
        </>
      }
    >
      {labelled === 0
        ? "Others have the items of this draw, or have labelled them. What comes free again is shown here."
        : "The overview shows the share of each cluster with its interval. With k you go back through your labels, with z you take them back. What comes free again is shown here."}
    </EmptyState>
  );
}
