import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function FrontierLoading() {
  return (
    <Page crumbs={[{ label: "Settings" }, { label: "Frontier" }]}>
      <Skeleton className="h-9 max-w-xl" />
      <Skeleton className="h-48" />
    </Page>
  );
}
