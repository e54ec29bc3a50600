import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

/** The savings page while its numbers are on their way. */
export function SavingsSkeleton() {
  return (
    <Page crumbs={[{ label: "Savings" }]}>
      <div className="grid gap-8 xl:grid-cols-[20rem_minmax(0,1fr)] 2xl:grid-cols-[25rem_minmax(0,1fr)]">
        <Skeleton className="h-80 w-full" />
        <div className="flex flex-col gap-8">
          <Skeleton className="h-16 w-full" />
          <Skeleton className="h-64 w-full" />
          <Skeleton className="h-64 w-full" />
        </div>
      </div>
    </Page>
  );
}
