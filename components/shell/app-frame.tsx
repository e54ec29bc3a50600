"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { FrameContext, type FrameUser } from "@/components/shell/frame-context";
import { MobileBar } from "@/components/shell/mobile-bar";
import { PLACES } from "@/components/shell/navigation";
import { CommandPalette, type PaletteSearch } from "@/components/shell/palette/command-palette";
import { listPageDeeds } from "@/components/shell/palette/list-page-deeds";
import type { PaletteDeed } from "@/components/shell/palette/palette-entries";
import { placeDeeds } from "@/components/shell/palette/place-deeds";
import { ShortcutSheet } from "@/components/shell/shortcut-sheet";
import { type PlaceCounts, Sidebar } from "@/components/shell/sidebar";
import { usePlaceHref } from "@/components/shell/use-place-href";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { type WorkspaceChoice, WorkspaceSwitcher } from "@/components/shell/workspace-switcher";
import type { Role } from "@/lib/workspaces/role";

/** Sidebar, top bar and keys around every page of a workspace. Its children are a `Page`. */
export function AppFrame(props: {
  workspace: WorkspaceChoice;
  workspaces: readonly WorkspaceChoice[];
  newWorkspaceHref: string | null;
  counts: PlaceCounts;
  user: FrameUser;
  role: Role;
  /** Items that may still come to a reviewer, whose figures are their own till then; else null. */
  left: number | null;
  onSignOut: () => void;
  /** Looks in the workspace for what is typed in the palette. */
  onSearch: PaletteSearch;
  children: ReactNode;
}) {
  const { workspace, user, role, left, onSignOut } = props;
  const base = `/w/${workspace.slug}`;
  const router = useRouter();
  const hrefOf = usePlaceHref(base);
  const [sheetOpen, setSheetOpen] = useState(false);
  // what the page offers is asked when the palette opens; null while it is closed
  const [deeds, setDeeds] = useState<readonly PaletteDeed[] | null>(null);
  const openPalette = useCallback(() => setDeeds(listPageDeeds()), []);
  useShortcuts("global", {
    ...Object.fromEntries(
      PLACES.map((place) => [place.shortcut, () => router.push(hrefOf(place.id))]),
    ),
    "open-palette": openPalette,
    "show-shortcuts": () => setSheetOpen(true),
  });
  const frame = useMemo(
    () => ({
      base,
      role,
      left,
      user,
      onSignOut,
      openShortcutSheet: () => setSheetOpen(true),
      openPalette,
    }),
    [base, role, left, user, onSignOut, openPalette],
  );
  const switcher = (
    <WorkspaceSwitcher
      current={workspace}
      workspaces={props.workspaces}
      newHref={props.newWorkspaceHref}
    />
  );
  return (
    <FrameContext value={frame}>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-ink px-3 py-1.5 text-on-ink focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="flex h-dvh flex-col lg:flex-row">
        <div className="hidden w-52 shrink-0 flex-col gap-3 border-r border-line bg-panel p-2 lg:flex">
          {switcher}
          <Sidebar base={base} counts={props.counts} />
        </div>
        <MobileBar base={base} counts={props.counts} switcher={switcher} />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">{props.children}</div>
      </div>
      <CommandPalette
        open={deeds !== null}
        onOpenChange={(open) => setDeeds(open ? listPageDeeds() : null)}
        deeds={[
          ...(deeds ?? []),
          ...placeDeeds(
            { base, role, slug: workspace.slug, hrefOf },
            props.workspaces,
            router.push,
          ),
        ]}
        onSearch={props.onSearch}
      />
      <ShortcutSheet open={sheetOpen} onOpenChange={setSheetOpen} />
    </FrameContext>
  );
}
