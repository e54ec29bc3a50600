import type { Metadata } from "next";
import { Suspense } from "react";
import { loadImports } from "@/lib/server/imports/load-imports";
import { ImportsScreen } from "./imports-screen";
import { ImportsSkeleton } from "./imports-skeleton";

export const metadata: Metadata = { title: "Imports" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

/** Streams by itself: a loading.tsx would make the pages below stream too, and answer 200 to unknown ids. */
export default function ImportsPage(props: Props) {
  return (
    <Suspense fallback={<ImportsSkeleton />}>
      <ImportsList {...props} />
    </Suspense>
  );
}

async function ImportsList({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { after } = await searchParams;
  const data = await loadImports(workspace, typeof after === "string" ? after : undefined);
  return <ImportsScreen slug={workspace} {...data} />;
}
