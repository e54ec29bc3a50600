import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

type State = "no calls" | "no draw" | "no such draw" | "may not label";

/** Why there is nothing to label here, and the next deed. */
export function NothingToLabel(props: { base: string; state: State; mayDraw: boolean }) {
  return (
    <Page crumbs={[{ label: "Label" }]}>
      <Reason {...props} />
    </Page>
  );
}

function Reason({ base, state, mayDraw }: { base: string; state: State; mayDraw: boolean }) {
  const drawLink = (label: string) => (
    <ButtonLink variant="primary" href={`${base}/label/draw`}>
      {label}
    </ButtonLink>
  );
  if (state === "no calls") {
    return (
      <EmptyState
        title="No calls yet"
        action={
          <ButtonLink variant="primary" href={`${base}/imports`}>
            Import traces
          </ButtonLink>
        }
      >
        Import a file of traces first; then a random draw says which calls to label.
      </EmptyState>
    );
  }
  if (state === "no draw") {
    return (
      <EmptyState title="No draw yet" action={mayDraw ? drawLink("Draw calls") : null}>
        A share with an interval needs a random sample: a draw takes the same number of calls from
        each cluster, by a seed that anybody can check.
        {mayDraw ? null : " Ask an admin of this workspace to make one."}
      </EmptyState>
    );
  }
  if (state === "may not label") {
    return (
      <EmptyState
        title="Labels are given by reviewers"
        action={<ButtonLink href={base}>Go to the overview</ButtonLink>}
      >
        Your role in this workspace is viewer. An owner can make you a reviewer in the settings.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="There is no such draw" action={drawLink("See the draws")}>
      The address names a draw that this workspace does not have.
    </EmptyState>
  );
}
