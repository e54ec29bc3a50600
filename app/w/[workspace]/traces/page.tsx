import type { Metadata } from "next";
import { loadTraces } from "@/lib/server/traces/load-traces";
import { TracesScreen } from "./traces-screen";

export const metadata: Metadata = { title: "Traces" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TracesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const list = await loadTraces(workspace, await searchParams);
  return <TracesScreen base={`/w/${workspace}`} list={list} />;
}
