import type { Metadata } from "next";
import { loadCalls } from "@/lib/server/calls/load-calls";
import { CallsScreen } from "./calls-screen";

export const metadata: Metadata = { title: "Calls" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CallsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const list = await loadCalls(workspace, await searchParams);
  return <CallsScreen slug={workspace} list={list} />;
}
