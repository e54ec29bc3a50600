"use client";

import { type ReactNode, useCallback } from "react";
import { signOut } from "@/app/sign-out";
import { AppFrame } from "@/components/shell/app-frame";
import type { FrameUser } from "@/components/shell/frame-context";
import type { PaletteSearch } from "@/components/shell/palette/command-palette";
import type { WorkspaceChoice } from "@/components/shell/workspace-switcher";
import type { Role } from "@/lib/workspaces/role";
import { searchPalette } from "./search-palette";

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
  const { slug } = props.workspace;
  const search = useCallback<PaletteSearch>(
    (typed, signal) => searchPalette(slug, typed, signal),
    [slug],
  );
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
      onSearch={search}
    >
      {props.children}
    </AppFrame>
  );
}
