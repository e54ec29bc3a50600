import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/display/count";
import type { Receipt } from "@/lib/imports/receipt";

const FLAGS = [
  ["errored", "errored before an answer", "kept for cost"],
  ["without_text", "without text", "kept for cost, left out of draws"],
  ["without_ground_truth", "without ground truth", "left out of fine-tuning data only"],
  ["near_duplicate", "asked like an earlier call", "each counts, in cost and in draws"],
] as const;

/** What redaction took out, rule by rule: "email 12, phone 3". */
function RedactedLine(props: { receipt: Receipt }) {
  const { flags, redactions } = props.receipt;
  if (!flags.redacted) return null;
  const rules = Object.entries(redactions).map(([rule, count]) => `${rule} ${formatCount(count)}`);
  return (
    <li>
      <span className="inline-block min-w-14 pr-3 text-right font-medium tabular-nums">
        {formatCount(flags.redacted)}
      </span>
      redacted
      <span className="text-muted"> · {rules.join(", ")}</span>
    </li>
  );
}

/** Flags overlap and are counted over the new calls, each with a link to exactly those calls. */
export function ReceiptFlags(props: { receipt: Receipt; base: string }) {
  const { receipt, base } = props;
  return (
    <section aria-label="Flags" className="flex flex-col gap-2">
      <h2 className="font-semibold">Flags among the new calls</h2>
      <ul className="flex flex-col gap-1 text-sm">
        {FLAGS.map(([flag, name, meaning]) => {
          const count = receipt.flags[flag] ?? 0;
          return (
            <li key={flag} className={count === 0 ? "text-muted" : undefined}>
              <span className="inline-block min-w-14 pr-3 text-right font-medium tabular-nums">
                {formatCount(count)}
              </span>
              {count > 0 ? (
                <Link
                  href={`${base}/calls?import=${receipt.import}&flag=${flag}`}
                  className="text-accent underline underline-offset-2"
                >
                  {name}
                </Link>
              ) : (
                name
              )}
              <span className="text-muted"> · {meaning}</span>
            </li>
          );
        })}
        <RedactedLine receipt={receipt} />
      </ul>
    </section>
  );
}
