"use client";

import { Toaster as Sonner } from "sonner";
import { usePreferences } from "@/components/ui/preferences";

/** Where rare, passing messages appear: what failed out of sight, or a deed that can be undone. */
export function Toaster() {
  const { theme } = usePreferences();
  return (
    <Sonner
      theme={theme}
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-80 items-start gap-2.5 rounded-md bg-raised px-3 py-2.5 text-sm text-ink shadow-float",
          title: "font-medium",
          description: "text-muted",
          icon: "mt-0.5 shrink-0",
          content: "min-w-0 flex-1",
          actionButton: "shrink-0 cursor-pointer font-medium text-accent hover:underline",
          cancelButton: "shrink-0 cursor-pointer text-muted hover:underline",
        },
      }}
    />
  );
}
