import type { Metadata } from "next";
import { Suspense } from "react";
import { loadTraces } from "@/lib/server/traces/load-traces";
import { TracesScreen } from "./traces-screen";
import { TracesSkeletonScreen } from "./traces-skeleton-screen";

export const metadata: Metadata = { title: "Traces" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Streams by itself: a loading.tsx would make the pages below stream too, and answer 200 to unknown ids. */
export default function TracesPage(props: Props) {
  return (
    <Suspense fallback={<TracesSkeletonScreen />}>
      <TracesList {...props} />
    </Suspense>
  );
}

async function TracesList({ params, searchParams }: Props) {
  const { workspace } = await params;
  const list = await loadTraces(workspace, await searchParams);
  return <TracesScreen base={`/w/${workspace}`} list={list} />;
}
