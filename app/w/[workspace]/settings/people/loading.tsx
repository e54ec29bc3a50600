import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function PeopleLoading() {
  return (
    <Page crumbs={[{ label: "Settings" }, { label: "People" }]}>
      <Skeleton className="h-9 max-w-xl" />
      <Skeleton className="h-48" />
      <Skeleton className="h-32" />
    </Page>
  );
}
