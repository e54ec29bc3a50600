"use client";

import { CallLabelsView } from "@/components/label/call-labels-view";
import { ConversationView } from "@/components/trace/conversation-view";
import { MediaList } from "@/components/trace/media-list";
import type { ReadWhole } from "@/components/trace/use-whole-message";
import { Page } from "@/components/shell/page";
import type { CallDetail } from "@/lib/calls/call-detail";
import { truncateMiddle } from "@/lib/display/identifier";
import { CallFacts } from "./_components/call-facts";
import { CallLayout } from "./_components/call-layout";
import { TraceSteps } from "./_components/trace-steps";

/** One call: what it was asked and answered, and all that is known about it. */
export function CallScreen(props: { base: string; detail: CallDetail }) {
  const { base, detail } = props;
  const here = `${base}/calls/${detail.row.id}`;
  const readWhole: ReadWhole = async (place) => {
    const response = await fetch(`${here}/messages/${place}`);
    if (!response.ok) throw new Error(`The message could not be read (${response.status}).`);
    return response.text();
  };
  return (
    <Page
      crumbs={[
        { label: "Calls", href: `${base}/calls` },
        { label: `Call ${truncateMiddle(detail.row.id)}` },
      ]}
      actions={
        detail.place && detail.traceId ? (
          <TraceSteps base={base} traceId={detail.traceId} place={detail.place} />
        ) : null
      }
    >
      <CallLayout
        facts={
          <>
            <CallLabelsView base={base} labels={detail.labels} />
            <CallFacts base={base} detail={detail} />
          </>
        }
      >
        <ConversationView
          conversation={detail.conversation}
          error={detail.row.error}
          readWhole={readWhole}
        />
        <MediaList base={base} media={detail.media} />
      </CallLayout>
    </Page>
  );
}
