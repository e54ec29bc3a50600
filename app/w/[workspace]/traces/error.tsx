"use client";

import { Page } from "@/components/shell/page";
import { digestOf } from "@/components/ui/error-digest";
import { ErrorState } from "@/components/ui/error-state";

export default function TracesError(props: { error: unknown; retry: () => void }) {
  return (
    <Page crumbs={[{ label: "Traces" }]}>
      <ErrorState
        title="The traces could not be read"
        errorId={digestOf(props.error)}
        onRetry={props.retry}
      >
        Nothing is lost. Try again; if it fails the same way, the id below names the entry in the
        server&apos;s log.
      </ErrorState>
    </Page>
  );
}
