import type { Metadata } from "next";
import { loadRouting } from "@/lib/server/routing/load-routing";
import { RoutingScreen } from "./routing-screen";

export const metadata: Metadata = { title: "Routing" };

type Props = { params: Promise<{ workspace: string }> };

export default async function RoutingPage({ params }: Props) {
  const { workspace } = await params;
  return <RoutingScreen {...await loadRouting(workspace)} />;
}
