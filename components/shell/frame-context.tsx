"use client";

import { createContext, use } from "react";
import type { Role } from "@/lib/workspaces/role";

export type FrameUser = { name: string; email: string };

type Frame = {
  /** The address of the workspace. */
  base: string;
  /** What who is here may in it. */
  role: Role;
  /** Items that may still come to a reviewer, whose figures are their own till then; else null. */
  left: number | null;
  user: FrameUser;
  onSignOut: () => void;
  openShortcutSheet: () => void;
  openPalette: () => void;
};

export const FrameContext = createContext<Frame | null>(null);

/** Who is here, and the deeds every page of the frame offers. */
export function useFrame(): Frame {
  const frame = use(FrameContext);
  if (!frame) throw new Error("useFrame needs the AppFrame of the workspace layout.");
  return frame;
}
