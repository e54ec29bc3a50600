import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function OverviewLoading() {
  return (
    <Page crumbs={[{ label: "Overview" }]}>
      <div className="grid gap-6 md:grid-cols-3 md:gap-8">
        {["cost", "share", "ready"].map((figure) => (
          <div key={figure} className="flex flex-col gap-2">
            <Skeleton className="h-7 w-56" />
            <Skeleton className="w-64" />
            <Skeleton className="w-48" />
          </div>
        ))}
      </div>
      <Skeleton className="h-64 w-full" />
      <Skeleton className="h-64 w-full" />
    </Page>
  );
}
