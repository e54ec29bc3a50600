import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadTrace } from "@/lib/server/traces/load-trace";
import { TraceScreen } from "./trace-screen";

export const metadata: Metadata = { title: "Trace" };

type Props = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<{ call?: string | string[] }>;
};

export default async function TracePage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const { call } = await searchParams;
  const trace = await loadTrace(workspace, id);
  if (!trace) notFound();
  const at = typeof call === "string" ? call : null;
  const base = `/w/${workspace}`;
  return <TraceScreen key={trace.id} slug={workspace} base={base} trace={trace} at={at} />;
}
