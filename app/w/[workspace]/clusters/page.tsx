import type { Metadata } from "next";
import { Suspense } from "react";
import { loadClusters } from "@/lib/server/clusters/load-clusters";
import { ClustersScreen } from "./clusters-screen";
import { ClustersSkeleton } from "./clusters-skeleton";

export const metadata: Metadata = { title: "Clusters" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Streams by itself: a loading.tsx would make the pages below stream too, and answer 200 to unknown ids. */
export default function ClustersPage(props: Props) {
  return (
    <Suspense fallback={<ClustersSkeleton />}>
      <ClustersList {...props} />
    </Suspense>
  );
}

async function ClustersList({ params, searchParams }: Props) {
  const { workspace } = await params;
  return <ClustersScreen {...await loadClusters(workspace, await searchParams)} />;
}
