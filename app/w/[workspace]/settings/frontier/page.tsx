import type { Metadata } from "next";
import { loadFrontier } from "@/lib/server/settings/load-frontier";
import { FrontierScreen } from "./frontier-screen";

export const metadata: Metadata = { title: "Frontier models" };

type Props = { params: Promise<{ workspace: string }> };

export default async function FrontierPage({ params }: Props) {
  const { workspace } = await params;
  return <FrontierScreen {...await loadFrontier(workspace)} />;
}
