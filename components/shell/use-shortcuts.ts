"use client";

import { useEffect, useRef } from "react";
import { registerShortcuts } from "@/components/shell/shortcut-registry";
import type { ShortcutId, ShortcutScope } from "@/lib/shortcuts";

/**
 * Gives the keys of a scope their deeds while the component is mounted. Keys are ignored while someone
 * writes, in dialogs and menus, and with Ctrl, Alt or Command. `enabled: false` closes the scope.
 */
export function useShortcuts<Scope extends ShortcutScope>(
  scope: Scope,
  handlers: Partial<Record<ShortcutId<Scope>, (key: string) => void>>,
  enabled = true,
): void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  useEffect(() => {
    if (!enabled) return;
    return registerShortcuts({ scope, read: () => current.current });
  }, [scope, enabled]);
}
