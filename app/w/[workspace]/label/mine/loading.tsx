import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function OwnLabelsLoading() {
  return (
    <Page crumbs={[{ label: "Label" }, { label: "Your labels" }]}>
      <div aria-busy className="flex flex-col gap-3">
        <Skeleton className="w-64" />
        <Skeleton className="h-48" />
      </div>
    </Page>
  );
}
