import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/lib/display/count";

/** Every item of the draw has the person's label. */
export function LabelDone(props: { total: number; draw: number; base: string; mayDraw: boolean }) {
  return (
    <EmptyState
      title={`All ${formatCount(props.total)} items of draw ${props.draw} labelled by you`}
      action={
        <>
          <ButtonLink variant="primary" href={props.base}>
            See what they say
          </ButtonLink>
          {props.mayDraw ? (
            <ButtonLink href={`${props.base}/label/draw`}>Draw more calls</ButtonLink>
          ) : null}
        </>
      }
    >
      The overview shows the share of each cluster with its interval. With k you go back through
      your labels, with z you take them back.
    </EmptyState>
  );
}
