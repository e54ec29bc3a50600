import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

/** What stands there until the list has come. */
export function ClustersSkeleton() {
  return (
    <Page crumbs={[{ label: "Clusters" }]}>
      <Skeleton className="h-96 w-full" />
    </Page>
  );
}
