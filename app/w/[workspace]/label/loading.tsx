import { LabelSkeleton } from "@/components/label/label-skeleton";
import { Page } from "@/components/shell/page";

export default function LabelLoading() {
  return (
    <Page crumbs={[{ label: "Label" }]} layout="fill">
      <LabelSkeleton />
    </Page>
  );
}
