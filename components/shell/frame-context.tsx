"use client";

import { createContext, use } from "react";

export type FrameUser = { name: string; email: string };

type Frame = {
  user: FrameUser;
  onSignOut: () => void;
  openShortcutSheet: () => void;
};

export const FrameContext = createContext<Frame | null>(null);

/** Who is here, and the deeds every page of the frame offers. */
export function useFrame(): Frame {
  const frame = use(FrameContext);
  if (!frame) throw new Error("useFrame needs the AppFrame of the workspace layout.");
  return frame;
}
