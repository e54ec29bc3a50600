import { Radio } from "lucide-react";
import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/display/count";
import { formatDateTime } from "@/lib/display/time";
import type { Receipt } from "@/lib/imports/receipt";

/** Whether anything has come from a program yet, and where to read what became of it. */
export function FirstCallWatch(props: {
  state: "looking" | "lost" | "seen";
  receipt: Receipt | null;
  base: string;
  /** Whether only a key that was just made is watched. */
  ofThisKey: boolean;
}) {
  return (
    <p className="flex items-start gap-2 text-sm" aria-live="polite">
      <Radio aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span>{wordsOf(props)}</span>
    </p>
  );
}

function wordsOf(props: Parameters<typeof FirstCallWatch>[0]) {
  const { state, receipt, ofThisKey } = props;
  if (state === "lost")
    return "The server does not answer at the moment; this page looks again by itself.";
  if (state === "looking") return "Looking whether anything has come…";
  if (receipt === null)
    return ofThisKey
      ? "Nothing has come with this key yet. This page watches for its first record."
      : "No program has sent anything yet. This page watches for the first record.";
  const since = `${ofThisKey ? "The first record with this key came" : "The newest stream began"} ${formatDateTime(receipt.started_at)}`;
  return (
    <>
      {since}: {formatCount(receipt.records)} records so far,{" "}
      {formatCount(receipt.calls.new + receipt.calls.known)} of them calls.{" "}
      <Link
        href={`${props.base}/${receipt.import}`}
        className="text-accent underline underline-offset-2"
      >
        Read its receipt
      </Link>
    </>
  );
}
