import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function CodebookLoading() {
  return (
    <Page crumbs={[{ label: "Settings", href: "" }, { label: "Codebook" }]}>
      <div aria-busy className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Skeleton className="h-[40rem]" />
        <Skeleton className="h-[30rem]" />
      </div>
    </Page>
  );
}
