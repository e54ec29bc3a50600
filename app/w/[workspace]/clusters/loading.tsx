import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function ClustersLoading() {
  return (
    <Page crumbs={[{ label: "Clusters" }]}>
      <Skeleton className="h-96 w-full" />
    </Page>
  );
}
