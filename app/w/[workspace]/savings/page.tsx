import type { Metadata } from "next";
import { Suspense } from "react";
import { loadSavings } from "@/lib/server/savings/load-savings";
import { SavingsScreen } from "./savings-screen";
import { SavingsSkeleton } from "./savings-skeleton";

export const metadata: Metadata = { title: "Savings" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Streams by itself: a loading.tsx would make the pages below stream too, and answer 200 to unknown ids. */
export default function SavingsPage(props: Props) {
  return (
    <Suspense fallback={<SavingsSkeleton />}>
      <Savings {...props} />
    </Suspense>
  );
}

async function Savings({ params, searchParams }: Props) {
  const { workspace } = await params;
  return <SavingsScreen {...await loadSavings(workspace, await searchParams)} />;
}
