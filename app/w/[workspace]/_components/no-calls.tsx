import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** A workspace without calls: import, or get a key for it. */
export function NoCalls(props: { base: string; title?: string }) {
  return (
    <Page crumbs={[{ label: props.title ?? "Overview" }]}>
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
