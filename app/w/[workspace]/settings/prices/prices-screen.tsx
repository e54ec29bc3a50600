"use client";

import { useActionState, useTransition } from "react";
import { toast } from "sonner";
import { PricesUsed } from "@/app/w/[workspace]/savings/_components/prices-used";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import { formatCounted } from "@/lib/display/count";
import type { PriceOverrideRow } from "./_components/own-prices";
import type { UsedPrice } from "@/lib/pricing/list-prices-used";
import type { Slm } from "@/lib/pricing/slm";
import { OwnPrices } from "./_components/own-prices";
import { PriceForm } from "./_components/price-form";
import { SlmTable } from "./_components/slm-table";
import { addPriceAction, retirePriceAction } from "./actions";

/** The price book of a workspace: what it pays itself, what its calls are priced with, the small models. */
export function PricesScreen(props: {
  slug: string;
  mayChange: boolean;
  overrides: readonly PriceOverrideRow[];
  used: readonly UsedPrice[];
  unpriced: readonly { model: string; calls: number }[];
  book: { library: string; version: string; date: string };
  catalogue: readonly Slm[];
}) {
  const { slug, mayChange, book, unpriced } = props;
  const [state, add, adding] = useActionState(addPriceAction.bind(null, slug), {
    model: null,
    message: null,
  });
  const [retiring, start] = useTransition();
  const retire = (id: string, model: string) =>
    start(async () => {
      const problem = await retirePriceAction(slug, id);
      toast(problem ?? `Your price of ${model} is retired: its calls cost what the list says`);
    });
  return (
    <Page crumbs={[{ label: "Settings", href: `/w/${slug}/settings` }, { label: "Prices" }]}>
      <SettingsNav />
      {mayChange ? null : (
        <Alert>Only an owner or admin of this workspace can change what stands here.</Alert>
      )}
      <section aria-labelledby="own" className="flex flex-col gap-3">
        <h2 id="own" className="text-base font-semibold">
          Your own prices
        </h2>
        <p className="max-w-3xl text-muted">
          What you pay where it differs from the list. Every computed cost follows at once: costs,
          shares of spend, savings and the draft routes. A cost that a source states stays as
          stated.
        </p>
        {mayChange ? (
          <PriceForm
            key={props.overrides.length}
            action={add}
            pending={adding}
            problem={state.message}
            unpriced={unpriced}
          />
        ) : null}
        <OwnPrices
          overrides={props.overrides}
          onRetire={mayChange ? retire : null}
          busy={retiring}
        />
      </section>
      <section aria-labelledby="used" className="flex flex-col gap-2">
        <h2 id="used" className="text-base font-semibold">
          Prices your calls are computed with, USD per million tokens
        </h2>
        <p className="max-w-3xl text-muted">
          {book.library} {book.version} of {book.date}, at the price of the day of each call. A call
          without a date takes that of the list.
          {unpriced.length === 0
            ? ""
            : ` Without a price: ${unpriced.map(({ model, calls }) => `${model} (${formatCounted(calls, "call")})`).join(", ")}.`}
        </p>
        <PricesUsed prices={props.used} />
      </section>
      <section aria-labelledby="small" className="flex flex-col gap-2">
        <h2 id="small" className="text-base font-semibold">
          Small models
        </h2>
        <p className="max-w-3xl text-muted">
          Candidates of at most ten billion parameters. A price is what one host lists, an input to
          edit and no truth; a dash is not known. An own price under the id here counts before it.
        </p>
        <SlmTable catalogue={props.catalogue} />
      </section>
    </Page>
  );
}
