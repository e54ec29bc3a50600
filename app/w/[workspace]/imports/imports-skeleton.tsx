import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

/** What stands there until the list has come. */
export function ImportsSkeleton() {
  return (
    <Page crumbs={[{ label: "Imports" }]}>
      <Skeleton className="h-36 w-full" />
      <Skeleton className="h-64 w-full" />
    </Page>
  );
}
