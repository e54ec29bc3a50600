import type { Metadata } from "next";
import { Suspense } from "react";
import { loadCalls } from "@/lib/server/calls/load-calls";
import { CallsScreen } from "./calls-screen";
import { CallsSkeletonScreen } from "./calls-skeleton-screen";

export const metadata: Metadata = { title: "Calls" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Streams by itself: a loading.tsx would make the pages below stream too, and answer 200 to unknown ids. */
export default function CallsPage(props: Props) {
  return (
    <Suspense fallback={<CallsSkeletonScreen />}>
      <CallsList {...props} />
    </Suspense>
  );
}

async function CallsList({ params, searchParams }: Props) {
  const { workspace } = await params;
  const list = await loadCalls(workspace, await searchParams);
  return <CallsScreen slug={workspace} list={list} />;
}
