import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadTrace } from "@/lib/server/traces/load-trace";
import { TraceScreen } from "./trace-screen";

export const metadata: Metadata = { title: "Trace" };

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function TracePage({ params }: Props) {
  const { workspace, id } = await params;
  const trace = await loadTrace(workspace, id);
  if (!trace) notFound();
  return <TraceScreen key={trace.id} slug={workspace} base={`/w/${workspace}`} trace={trace} />;
}
