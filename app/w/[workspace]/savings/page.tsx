import type { Metadata } from "next";
import { loadSavings } from "@/lib/server/savings/load-savings";
import { SavingsScreen } from "./savings-screen";

export const metadata: Metadata = { title: "Savings" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SavingsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  return <SavingsScreen {...await loadSavings(workspace, await searchParams)} />;
}
