"use client";

import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";
import { digestOf } from "@/components/ui/error-digest";

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto max-w-3xl px-4 py-16">
      <ErrorState
        title="This page failed"
        errorId={digestOf(props.error)}
        onRetry={props.retry}
        action={<ButtonLink href="/">Go to your workspaces</ButtonLink>}
      >
        Nothing you saved is lost. Try again; if it fails the same way, the id below names the entry
        in the server&apos;s log.
      </ErrorState>
    </main>
  );
}
