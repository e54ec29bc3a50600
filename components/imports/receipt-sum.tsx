import { SegmentBar } from "@/components/charts/segment-bar";
import { formatCount } from "@/lib/display/count";
import type { Receipt } from "@/lib/imports/receipt";

/** "58 records = 23 new calls + 0 known + 35 other + 0 unparseable", as a bar and in words. */
export function ReceiptSum(props: { receipt: Receipt; callsHref: string }) {
  const { receipt } = props;
  const { completed, conflicting } = receipt.calls.known_of_which;
  return (
    <div className="flex flex-col gap-1">
      <SegmentBar
        total={{ label: "records", text: formatCount(receipt.records) }}
        segments={[
          {
            id: "new",
            label: "new calls",
            value: receipt.calls.new,
            text: formatCount(receipt.calls.new),
            tone: "accent",
            ...(receipt.calls.new > 0 ? { href: props.callsHref } : {}),
          },
          segment("known", "known calls", receipt.calls.known, "strong"),
          segment("other", "other", receipt.other, "soft"),
          segment("unparseable", "unparseable", receipt.unparseable, "hatch"),
        ]}
      />
      <p className="text-sm text-muted">
        {formatCount(receipt.traces)} new traces
        {receipt.calls.known > 0
          ? ` · of the known calls ${formatCount(completed)} completed, ${formatCount(conflicting)} conflicting`
          : ""}
      </p>
    </div>
  );
}

const segment = (id: string, label: string, value: number, tone: "strong" | "soft" | "hatch") => ({
  id,
  label,
  value,
  text: formatCount(value),
  tone,
});
