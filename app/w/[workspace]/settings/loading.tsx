import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function SettingsLoading() {
  return (
    <Page crumbs={[{ label: "Settings" }]}>
      <Skeleton className="h-80 max-w-xl" />
      <Skeleton className="h-48 max-w-xl" />
    </Page>
  );
}
