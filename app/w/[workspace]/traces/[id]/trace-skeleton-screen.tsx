"use client";

import { useParams } from "next/navigation";
import { Page } from "@/components/shell/page";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = Array.from({ length: 20 }, (_, index) => index);

/** A trace while it comes. */
export function TraceSkeletonScreen() {
  const { workspace } = useParams<{ workspace: string }>();
  return (
    <Page
      crumbs={[{ label: "Traces", href: `/w/${workspace}/traces` }, { label: "Trace" }]}
      layout="fill"
    >
      <div className="flex flex-wrap gap-6 border-b border-line px-4 py-3 lg:px-6">
        <Skeleton className="w-40" />
        <Skeleton className="w-24" />
        <Skeleton className="w-24" />
      </div>
      {ROWS.map((row) => (
        <div key={row} className="flex h-row items-center gap-6 border-b border-line px-4 lg:px-6">
          <Skeleton className="w-48" />
          <Skeleton className="w-32" />
          <Skeleton className="ml-auto w-24" />
        </div>
      ))}
    </Page>
  );
}
