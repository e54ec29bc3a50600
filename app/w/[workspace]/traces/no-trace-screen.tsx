"use client";

import { useParams } from "next/navigation";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** There is no trace with this id here. */
export function NoTraceScreen() {
  const { workspace } = useParams<{ workspace: string }>();
  const traces = `/w/${workspace}/traces`;
  return (
    <Page crumbs={[{ label: "Traces", href: traces }, { label: "Not found" }]}>
      <EmptyState
        title="No trace with this id"
        action={
          <ButtonLink href={traces} variant="primary">
            Show all traces
          </ButtonLink>
        }
      >
        It may have been deleted, or it belongs to another workspace.
      </EmptyState>
    </Page>
  );
}
