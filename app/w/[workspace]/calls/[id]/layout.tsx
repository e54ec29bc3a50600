import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isCall } from "@/lib/server/calls/load-call";

type Props = { children: ReactNode; params: Promise<{ workspace: string; id: string }> };

/** Asks before the page begins to stream, so that an unknown call is answered by 404. */
export default async function CallLayout({ children, params }: Props) {
  const { workspace, id } = await params;
  if (!(await isCall(workspace, id))) notFound();
  return children;
}
