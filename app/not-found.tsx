import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto max-w-3xl px-4 py-16">
      <EmptyState
        title="Nothing at this address"
        action={
          <ButtonLink href="/" variant="primary">
            Go to your workspaces
          </ButtonLink>
        }
      >
        It may have been deleted, or it belongs to a workspace you are not a member of.
      </EmptyState>
    </main>
  );
}
