import type { Metadata } from "next";
import { loadCluster } from "@/lib/server/clusters/load-cluster";
import { ClusterScreen } from "./cluster-screen";

export const metadata: Metadata = { title: "Cluster" };

type Props = {
  params: Promise<{ workspace: string; cluster: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ClusterPage({ params, searchParams }: Props) {
  const { workspace, cluster } = await params;
  return <ClusterScreen {...await loadCluster(workspace, cluster, await searchParams)} />;
}
