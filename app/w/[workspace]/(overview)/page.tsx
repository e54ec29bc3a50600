import type { Metadata } from "next";
import { loadOverview } from "@/lib/server/overview/load-overview";
import { OverviewScreen } from "./overview-screen";

export const metadata: Metadata = { title: "Overview" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OverviewPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  return <OverviewScreen {...await loadOverview(workspace, await searchParams)} />;
}
