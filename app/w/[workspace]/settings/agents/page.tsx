import type { Metadata } from "next";
import { loadTalk } from "@/lib/server/scope/load-scope-choices";
import { AgentsScreen } from "./agents-screen";

export const metadata: Metadata = { title: "Agents" };

type Props = { params: Promise<{ workspace: string }> };

export default async function AgentsPage({ params }: Props) {
  const { workspace } = await params;
  return <AgentsScreen {...await loadTalk(workspace)} />;
}
