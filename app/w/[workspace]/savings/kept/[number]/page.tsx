import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadKept } from "@/lib/server/savings/load-kept";
import { KeptScreen } from "./kept-screen";

export const metadata: Metadata = { title: "Kept projection" };

type Props = { params: Promise<{ workspace: string; number: string }> };

export default async function KeptPage({ params }: Props) {
  const { workspace, number } = await params;
  const kept = await loadKept(workspace, number);
  if (kept === null) notFound();
  return <KeptScreen {...kept} />;
}
