import type { Metadata } from "next";
import { loadClusters } from "@/lib/server/clusters/load-clusters";
import { ClustersScreen } from "./clusters-screen";

export const metadata: Metadata = { title: "Clusters" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ClustersPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  return <ClustersScreen {...await loadClusters(workspace, await searchParams)} />;
}
