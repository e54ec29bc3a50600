"use client";

import type { ReactNode } from "react";
import { signOut } from "@/app/sign-out";
import { AppFrame } from "@/components/shell/app-frame";
import type { FrameUser } from "@/components/shell/frame-context";
import type { WorkspaceChoice } from "@/components/shell/workspace-switcher";
import type { Role } from "@/lib/workspaces/role";

const leave = () => void signOut();

/** The frame of a workspace, with the way out wired. */
export function FrameScreen(props: {
  workspace: WorkspaceChoice;
  workspaces: readonly WorkspaceChoice[];
  user: FrameUser;
  role: Role;
  toLabel: number;
  left: number | null;
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
      role={props.role}
      left={props.left}
      onSignOut={leave}
    >
      {props.children}
    </AppFrame>
  );
}
