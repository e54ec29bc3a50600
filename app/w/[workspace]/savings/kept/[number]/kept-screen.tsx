"use client";

import { NumberTable } from "@/components/charts/number-table";
import { Page } from "@/components/shell/page";
import { CopyableId } from "@/components/ui/copyable-id";
import { formatCount, formatCounted } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import { formatPercent } from "@/lib/display/percent";
import { formatDateTime } from "@/lib/display/time";
import type { SavingsAnswer } from "@/lib/overview/savings-answer";
import { PricesUsed } from "@/app/w/[workspace]/savings/_components/prices-used";
import { perText } from "@/app/w/[workspace]/savings/_components/saving-words";
import { AssumedList } from "./assumed-list";

/** A projection as it was kept: read, never computed again. */
export function KeptScreen(props: {
  slug: string;
  number: number;
  name: string;
  keptBy: string | null;
  createdAt: string;
  inputsHash: string;
  answer: SavingsAnswer;
}) {
  const { answer } = props;
  const { overall, window } = answer;
  const per = overall.per === null ? "" : ` ${perText(overall.per)}`;
  return (
    <Page
      crumbs={[
        { label: "Savings", href: `/w/${props.slug}/savings` },
        { label: `${props.number} · ${props.name}` },
      ]}
    >
      <section aria-label="The kept figure" className="flex flex-col gap-1">
        <p className="text-2xl font-semibold">
          {overall.saving_usd.low === null
            ? "What is ready to route saves an unknown amount, or nothing is ready"
            : `Saves at least ${formatMoney(overall.saving_usd.low)}${per}, likely ${formatMoney(overall.saving_usd.mid)}, at most ${formatMoney(overall.saving_usd.high)}`}
        </p>
        <p className="text-base text-muted">
          Kept {formatDateTime(props.createdAt)} by {props.keptBy ?? "an account that is gone"}:{" "}
          {formatCounted(overall.route_keys, "route key")}, {formatCounted(overall.calls, "call")}{" "}
          on {answer.candidate.name}. Seen:{" "}
          {window.first_day === null
            ? "no dates"
            : `${window.first_day} to ${window.last_day} (${formatCounted(window.days, "day")})`}
          . Scope: {answer.scope.text}.
        </p>
        <p className="text-muted">
          Made from inputs <CopyableId id={props.inputsHash} /> and stored as it was; nothing here
          is computed again.
        </p>
      </section>
      <Section id="assumed" title="What was assumed">
        <AssumedList assumptions={answer.assumptions} />
      </Section>
      <Section id="kept-keys" title={`Per route key, USD${per}`}>
        <NumberTable
          name="Savings by route key"
          head={[
            "route key",
            "calls",
            "v",
            "today",
            "at least",
            "likely",
            "at most",
            "decision",
            "why",
          ]}
          words={2}
          rows={answer.route_keys.map((row) => ({
            id: row.route_key,
            cells: [
              row.route_key,
              formatCount(row.calls),
              formatPercent(row.share),
              formatMoney(row.today_usd),
              formatMoney(row.saving_low_usd),
              formatMoney(row.saving_usd),
              formatMoney(row.saving_high_usd),
              row.decision,
              row.note ?? row.reason,
            ],
          }))}
        />
      </Section>
      <Section id="kept-prices" title="Prices used, USD per million tokens">
        <p className="text-muted">
          {answer.prices.library} {answer.prices.version} of {answer.prices.date}
        </p>
        <PricesUsed prices={answer.prices.used} />
      </Section>
    </Page>
  );
}

function Section(props: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={props.id} className="flex flex-col gap-1">
      <h2 id={props.id} className="text-base font-semibold">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
