"use client";

import { DeleteHere } from "@/app/w/[workspace]/_deletion/delete-here";
import { FoundSoFar } from "@/components/imports/found-so-far";
import { ReceiptFlags } from "@/components/imports/receipt-flags";
import { ReceiptSum } from "@/components/imports/receipt-sum";
import { type Rejected, RejectedTable } from "@/components/imports/rejected-table";
import { STATE_WORDS } from "@/components/imports/state-words";
import { Page } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { ForeignText } from "@/components/ui/foreign-text";
import { formatBytes } from "@/lib/display/count";
import { formatDateTime, formatDuration } from "@/lib/display/time";
import { useRefreshWhile } from "@/app/w/[workspace]/imports/use-refresh-while";
import type { Receipt } from "@/lib/imports/receipt";

export function ImportScreen(props: {
  slug: string;
  receipt: Receipt;
  rejected: Rejected[];
  mayDelete: boolean;
}) {
  const { receipt } = props;
  const base = `/w/${props.slug}`;
  useRefreshWhile(receipt.state === "running");
  const calls = receipt.calls.new + receipt.calls.known;
  return (
    <Page
      crumbs={[
        { label: "Imports", href: `${base}/imports` },
        { label: <ForeignText text={receipt.name} /> },
      ]}
      actions={
        props.mayDelete ? (
          <DeleteHere
            slug={props.slug}
            target={{ what: "import", subject: receipt.import }}
            emptied="it brought calls to; those left empty go"
          />
        ) : null
      }
    >
      {receipt.problem ? (
        <Alert
          tone={receipt.state === "refused" ? "error" : "warn"}
          title={STATE_WORDS[receipt.state]}
        >
          {receipt.problem}
        </Alert>
      ) : null}
      <section className="flex flex-col gap-3" aria-label="Receipt">
        <p className="text-sm text-muted">{summary(receipt)}</p>
        <ReceiptSum receipt={receipt} callsHref={`${base}/calls?import=${receipt.import}`} />
        <FoundSoFar found={receipt.found} />
      </section>
      {receipt.calls.new > 0 ? <ReceiptFlags receipt={receipt} base={base} /> : null}
      {receipt.warnings.map((warning) => (
        <Alert key={warning} tone="warn">
          {warning}
        </Alert>
      ))}
      {props.rejected.length > 0 ? (
        <RejectedTable
          rejected={props.rejected}
          total={receipt.other + receipt.unparseable + receipt.calls.known_of_which.conflicting}
          downloadHref={`${base}/imports/${receipt.import}/rejected`}
        />
      ) : null}
      {calls > 0 && receipt.state !== "running" ? (
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`${base}/label/draw`} variant="primary">
            Draw calls to label
          </ButtonLink>
          <ButtonLink href={`${base}/calls?import=${receipt.import}`}>See the calls</ButtonLink>
        </div>
      ) : null}
    </Page>
  );
}

function summary(receipt: Receipt): string {
  const { started_at: from, finished_at: to } = receipt;
  const took = to ? ` in ${formatDuration(Date.parse(to) - Date.parse(from))}` : "";
  const format = receipt.format ? `, format “${receipt.format}”` : "";
  return `${STATE_WORDS[receipt.state]} · ${formatDateTime(from)} · ${formatBytes(receipt.bytes.received)} received, ${formatBytes(receipt.bytes.read)} read${took}${format}`;
}
