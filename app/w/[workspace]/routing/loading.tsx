import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function RoutingLoading() {
  return (
    <Page crumbs={[{ label: "Routing" }]}>
      <Skeleton className="h-10 max-w-4xl" />
      <div className="grid gap-8 xl:grid-cols-2">
        <Skeleton className="h-96 w-full" />
        <Skeleton className="h-96 w-full" />
      </div>
    </Page>
  );
}
