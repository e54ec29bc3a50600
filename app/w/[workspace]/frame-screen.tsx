"use client";

import type { ReactNode } from "react";
import { AppFrame } from "@/components/shell/app-frame";
import type { FrameUser } from "@/components/shell/frame-context";
import type { WorkspaceChoice } from "@/components/shell/workspace-switcher";

/** The frame of a workspace, with the way out wired. */
export function FrameScreen(props: {
  workspace: WorkspaceChoice;
  workspaces: readonly WorkspaceChoice[];
  user: FrameUser;
  toLabel: number;
  children: ReactNode;
}) {
  const counts =
    props.toLabel > 0
      ? { label: { text: String(props.toLabel), meaning: "items wait for your label" } }
      : {};
  return (
    <AppFrame
      workspace={props.workspace}
      workspaces={props.workspaces}
      newWorkspaceHref="/workspaces/new"
      counts={counts}
      user={props.user}
      onSignOut={signOut}
    >
      {props.children}
    </AppFrame>
  );
}

async function signOut(): Promise<void> {
  await fetch("/api/auth/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  window.location.assign("/sign-in");
}
