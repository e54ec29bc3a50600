import type { ReactNode } from "react";
import { loadFrame } from "@/lib/server/workspaces/load-frame";
import { FrameScreen } from "./frame-screen";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace } = await params;
  return <FrameScreen {...await loadFrame(workspace)}>{children}</FrameScreen>;
}
