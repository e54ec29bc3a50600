"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuIcon, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Sidebar, type PlaceCounts } from "@/components/shell/sidebar";
import { PaletteButton } from "@/components/shell/palette/palette-button";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { UserMenu } from "@/components/shell/user-menu";
import { IconButton } from "@/components/ui/icon-button";

/** The frame on a narrow screen: one bar, with the places behind a button. */
export function MobileBar(props: { base: string; counts: PlaceCounts; switcher: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-panel px-2 lg:hidden">
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger
          render={
            <IconButton label="Places">
              <MenuIcon aria-hidden className="size-4" />
            </IconButton>
          }
        />
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
          <Dialog.Popup
            data-modal=""
            className="fixed inset-y-0 left-0 z-50 flex w-64 max-w-[85vw] flex-col gap-2 bg-panel p-2 shadow-float outline-none"
          >
            <div className="flex items-center justify-between pl-2">
              <Dialog.Title className="text-sm font-semibold">Places</Dialog.Title>
              <Dialog.Close
                render={
                  <IconButton label="Close">
                    <X aria-hidden className="size-4" />
                  </IconButton>
                }
              />
            </div>
            <Sidebar base={props.base} counts={props.counts} onNavigate={() => setOpen(false)} />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <div className="min-w-0 flex-1">{props.switcher}</div>
      <PaletteButton />
      <ThemeSwitch />
      <UserMenu />
    </div>
  );
}
