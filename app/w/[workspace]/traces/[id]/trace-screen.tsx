"use client";

import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { truncateMiddle } from "@/lib/display/identifier";
import type { TraceDetail } from "@/lib/traces/traces-page";
import { TraceCalls } from "./_components/trace-calls";
import { TraceFacts } from "./_components/trace-facts";

/** One run of the agent: its sums, and its calls in order. */
export function TraceScreen(props: { base: string; trace: TraceDetail }) {
  const { base, trace } = props;
  return (
    <Page
      crumbs={[
        { label: "Traces", href: `${base}/traces` },
        { label: `Trace ${truncateMiddle(trace.sourceTraceId)}` },
      ]}
      actions={
        <ButtonLink href={`${base}/calls?trace=${trace.id}`} size="sm">
          Filter its calls
        </ButtonLink>
      }
      layout="fill"
    >
      <TraceFacts trace={trace} />
      <TraceCalls base={base} calls={trace.calls} />
    </Page>
  );
}
