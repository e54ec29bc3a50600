"use client";

import type { ReactNode } from "react";
import { PaletteButton } from "@/components/shell/palette/palette-button";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { UserMenu } from "@/components/shell/user-menu";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";

/** The top line of a page: where it lies, its filters and deeds, and (on wide screens) theme and account. */
export function Header(props: {
  crumbs: readonly Crumb[];
  /** Filter chips and the unit switch; their state is in the URL. */
  filters?: ReactNode;
  /** What the figures of the page speak of, on a line of its own. */
  scope?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 lg:px-6">
      <Breadcrumb crumbs={props.crumbs} />
      {props.filters ? (
        <div className="order-last flex w-full flex-wrap items-center gap-2 sm:order-none sm:w-auto">
          {props.filters}
        </div>
      ) : null}
      <div className="ml-auto flex flex-wrap items-center gap-2">
        {props.actions}
        <div className="hidden items-center lg:flex">
          <PaletteButton />
          <ThemeSwitch />
          <UserMenu />
        </div>
      </div>
      {props.scope ? <div className="order-last w-full">{props.scope}</div> : null}
    </header>
  );
}
