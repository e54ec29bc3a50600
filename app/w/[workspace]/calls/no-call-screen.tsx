"use client";

import { useParams } from "next/navigation";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** There is no call with this id here. */
export function NoCallScreen() {
  const { workspace } = useParams<{ workspace: string }>();
  const calls = `/w/${workspace}/calls`;
  return (
    <Page crumbs={[{ label: "Calls", href: calls }, { label: "Not found" }]}>
      <EmptyState
        title="No call with this id"
        action={
          <ButtonLink href={calls} variant="primary">
            Show all calls
          </ButtonLink>
        }
      >
        It may have been deleted, or it belongs to another workspace.
      </EmptyState>
    </Page>
  );
}
