import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function AgentsLoading() {
  return (
    <Page crumbs={[{ label: "Settings" }, { label: "Agents" }]}>
      <Skeleton className="h-9 max-w-xl" />
      <Skeleton className="h-48" />
      <Skeleton className="h-32" />
    </Page>
  );
}
