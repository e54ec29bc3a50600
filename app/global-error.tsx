"use client";

import "./globals.css";
import { digestOf } from "@/components/ui/error-digest";
import { ErrorState } from "@/components/ui/error-state";

/** Replaces the whole document when the layout itself failed; the look follows the system. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Assay: an error</title>
        <main className="mx-auto max-w-3xl px-4 py-16">
          <ErrorState
            title="Assay could not draw this page"
            errorId={digestOf(props.error)}
            onRetry={props.retry}
            action={
              // The router may be what failed: leave it behind.
              // oxlint-disable-next-line nextjs/no-html-link-for-pages
              <a href="/" className="self-center text-accent underline">
                Start over
              </a>
            }
          >
            Nothing you saved is lost. The id below names the entry in the server&apos;s log.
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
