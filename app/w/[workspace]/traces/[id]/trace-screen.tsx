"use client";

import { DeleteHere } from "@/app/w/[workspace]/_deletion/delete-here";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { truncateMiddle } from "@/lib/display/identifier";
import type { TraceDetail } from "@/lib/traces/traces-page";
import { TraceCalls } from "./_components/trace-calls";
import { TraceFacts } from "./_components/trace-facts";

/** One run of the agent: its sums, and its calls in order. */
export function TraceScreen(props: {
  slug: string;
  base: string;
  trace: TraceDetail;
  /** A call that stands in sight and is marked; null for none. */
  at: string | null;
}) {
  const { base, trace } = props;
  return (
    <Page
      crumbs={[
        { label: "Traces", href: `${base}/traces` },
        { label: `Trace ${truncateMiddle(trace.sourceTraceId)}` },
      ]}
      actions={
        <>
          {trace.mayDelete ? (
            <DeleteHere
              slug={props.slug}
              target={{ what: "trace", subject: trace.id }}
              emptied="with all its steps"
            />
          ) : null}
          <ButtonLink href={`${base}/calls?trace=${trace.id}`} size="sm">
            Filter its calls
          </ButtonLink>
        </>
      }
      layout="fill"
    >
      <TraceFacts trace={trace} />
      <TraceCalls base={base} calls={trace.calls} at={props.at} />
    </Page>
  );
}
