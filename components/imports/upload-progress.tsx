"use client";

import { FoundSoFar } from "@/components/imports/found-so-far";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { formatBytes, formatCount } from "@/lib/display/count";
import type { Receipt } from "@/lib/imports/receipt";

/** A file on its way: bytes, calls, rate, and what is being found in it. */
export function UploadProgress(props: {
  upload: { name: string; size: number; sent: number; startedAt: number; receipt: Receipt | null };
  waiting: number;
  onCancel: () => void;
}) {
  const { upload } = props;
  const { receipt } = upload;
  const calls = receipt ? receipt.calls.new + receipt.calls.known : null;
  return (
    <section aria-label="Upload" className="flex flex-col gap-3">
      <Progress
        label={upload.name}
        value={upload.size === 0 ? null : upload.sent / upload.size}
        text={`${formatBytes(upload.sent)} of ${formatBytes(upload.size)} sent`}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted" aria-live="polite">
          {calls === null
            ? "Waiting for the first records…"
            : `${formatCount(calls)} calls in ${formatCount(receipt?.records)} records${rateText(receipt)}`}
          {props.waiting > 0 ? ` · ${props.waiting} more to send` : ""}
        </p>
        <Button size="sm" onClick={props.onCancel}>
          Cancel this upload
        </Button>
      </div>
      {receipt ? <FoundSoFar found={receipt.found} /> : null}
    </section>
  );
}

function rateText(receipt: Receipt | null): string {
  if (!receipt) return "";
  const seconds = (Date.now() - Date.parse(receipt.started_at)) / 1000;
  return seconds < 1 ? "" : ` · ${formatCount(Math.round(receipt.records / seconds))} a second`;
}
