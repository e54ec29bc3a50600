"use client";

import { Link } from "@/components/ui/link";
import { usePathname } from "next/navigation";
import { useFrame } from "@/components/shell/frame-context";
import { SETTINGS_PAGES } from "@/components/shell/settings-pages";
import { cn } from "@/components/ui/class-names";
import { mayAct } from "@/lib/workspaces/role";

/** The pages of the settings that this person may open. */
export function SettingsNav(props: {
  /** Where the content reaches to the edge of the page. */
  inset?: boolean;
}) {
  const { base: home, role } = useFrame();
  const pathname = usePathname();
  const base = `${home}/settings`;
  return (
    <nav
      aria-label="Settings"
      className={cn(
        "shrink-0 overflow-x-auto border-b border-line",
        props.inset && "px-4 pt-6 lg:px-6",
      )}
    >
      <ul className="flex gap-4">
        {SETTINGS_PAGES.filter(({ atLeast }) => mayAct(role, atLeast)).map(({ name, path }) => {
          const isHere = pathname === `${base}${path}`;
          return (
            <li key={path}>
              <Link
                href={`${base}${path}`}
                aria-current={isHere ? "page" : undefined}
                className={cn(
                  "flex h-9 items-center border-b-2 border-transparent text-sm whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2",
                  isHere && "border-accent font-medium text-ink",
                )}
              >
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
