"use client";

import { OwnLabelTable } from "@/components/label/own-label-table";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount, formatCounted } from "@/lib/display/count";
import type { OwnLabels } from "@/lib/labelling/own-labels";

/** What I said in a draw. A row leads back to its item, where it can be corrected. */
export function OwnLabelsScreen({ base, own }: { base: string; own: OwnLabels }) {
  const { draw, labels, count } = own;
  const crumbs = [
    { label: "Label", href: `${base}/label` },
    ...(draw === null ? [] : [{ label: `Draw ${draw}`, href: `${base}/label?draw=${draw}` }]),
    { label: "Your labels" },
  ];
  if (draw === null || labels.length === 0) {
    return (
      <Page crumbs={crumbs}>
        <EmptyState
          title={draw === null ? "There is no such draw" : `No label of yours in draw ${draw}`}
          action={
            <ButtonLink variant="primary" href={`${base}/label`}>
              Label
            </ButtonLink>
          }
        >
          What you label is listed here, to look at again and to correct.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page crumbs={crumbs}>
      <div className="flex flex-col gap-3">
        <p className="text-muted">
          {formatCounted(count, "label")} of yours in draw {draw}
          {count > labels.length ? `, the newest ${formatCount(labels.length)} of them` : ""}. A
          correction is a new row: what you said before is kept.
        </p>
        <OwnLabelTable labels={labels} href={(id) => `${base}/label?draw=${draw}&item=${id}`} />
      </div>
    </Page>
  );
}
