import type { Metadata } from "next";
import { loadPrices } from "@/lib/server/pricing/load-prices";
import { PricesScreen } from "./prices-screen";

export const metadata: Metadata = { title: "Prices" };

type Props = { params: Promise<{ workspace: string }> };

export default async function PricesPage({ params }: Props) {
  const { workspace } = await params;
  return <PricesScreen {...await loadPrices(workspace)} />;
}
