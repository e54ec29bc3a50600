import type { Metadata } from "next";
import { loadNewWorkspace } from "@/lib/server/workspaces/load-new-workspace";
import { NewWorkspaceScreen } from "./new-workspace-screen";

export const metadata: Metadata = { title: "New workspace" };

export default async function NewWorkspacePage() {
  const { name, homeHref } = await loadNewWorkspace();
  return <NewWorkspaceScreen name={name} homeHref={homeHref} />;
}
