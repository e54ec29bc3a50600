"use client";

import { useParams } from "next/navigation";
import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";
import { CallLayout } from "./_components/call-layout";

const LINES = ["w-full", "w-11/12", "w-10/12", "w-2/3", "w-7/12", "w-3/4", "w-5/6", "w-1/2"];

/** A call while it comes. */
export function CallSkeletonScreen() {
  const { workspace } = useParams<{ workspace: string }>();
  return (
    <Page crumbs={[{ label: "Calls", href: `/w/${workspace}/calls` }, { label: "Call" }]}>
      <CallLayout
        facts={LINES.map((width) => (
          <Skeleton key={width} className="my-2.5 w-48" />
        ))}
      >
        {LINES.map((width) => (
          <Skeleton key={width} className={`my-2 ${width}`} />
        ))}
      </CallLayout>
    </Page>
  );
}
