import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isTrace } from "@/lib/server/traces/load-trace";

type Props = { children: ReactNode; params: Promise<{ workspace: string; id: string }> };

/** Asks before the page begins to stream, so that an unknown trace is answered by 404. */
export default async function TraceLayout({ children, params }: Props) {
  const { workspace, id } = await params;
  if (!(await isTrace(workspace, id))) notFound();
  return children;
}
