import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadCall } from "@/lib/server/calls/load-call";
import { CallScreen } from "./call-screen";

export const metadata: Metadata = { title: "Call" };

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function CallPage({ params }: Props) {
  const { workspace, id } = await params;
  const detail = await loadCall(workspace, id);
  if (!detail) notFound();
  return <CallScreen key={detail.row.id} base={`/w/${workspace}`} detail={detail} />;
}
