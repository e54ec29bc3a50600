import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function DrawLoading() {
  return (
    <Page crumbs={[{ label: "Label", href: "" }, { label: "Draws" }]}>
      <div aria-busy className="flex max-w-4xl flex-col gap-5">
        <Skeleton className="h-7 w-64" />
        <Skeleton className="h-16" />
        <Skeleton className="h-64" />
        <Skeleton className="h-10 w-40" />
      </div>
    </Page>
  );
}
