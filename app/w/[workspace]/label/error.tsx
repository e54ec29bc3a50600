"use client";

import { Page } from "@/components/shell/page";
import { digestOf } from "@/components/ui/error-digest";
import { ErrorState } from "@/components/ui/error-state";

export default function LabelError(props: { error: unknown; reset: () => void }) {
  return (
    <Page crumbs={[{ label: "Label" }]}>
      <ErrorState
        title="The label screen failed"
        errorId={digestOf(props.error)}
        onRetry={props.reset}
      >
        Labels that you gave are kept in this browser and sent when the screen opens again.
      </ErrorState>
    </Page>
  );
}
