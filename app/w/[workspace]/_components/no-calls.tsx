import type { ReactNode } from "react";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** A workspace without calls: import, or get a key for it. Or a scope without any: change it. */
export function NoCalls(props: {
  base: string;
  title?: string;
  /** The scope, when it is why there are none. */
  scope?: ReactNode;
}) {
  const crumbs = [{ label: props.title ?? "Overview" }];
  if (props.scope) {
    return (
      <Page crumbs={crumbs} scope={props.scope}>
        <EmptyState title="No calls in this scope">
          Nothing that was imported lies in it. Take a part of it away, or look at the whole data.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page crumbs={crumbs}>
      <EmptyState
        title="No calls yet"
        action={
          <>
            <ButtonLink href={`${props.base}/imports`} variant="primary">
              Import traces
            </ButtonLink>
            <ButtonLink href={`${props.base}/settings`}>Make an API key</ButtonLink>
          </>
        }
      >
        Drop a file of traces, or send one from where they are made with an API key. What they cost,
        and which of them a small model could take, is read from there.
      </EmptyState>
    </Page>
  );
}
