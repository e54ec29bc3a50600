"use client";

import { Link } from "@/components/ui/link";
import { usePathname } from "next/navigation";
import { PLACES, type Place, isPlaceOf } from "@/components/shell/navigation";
import { usePlaceHref } from "@/components/shell/use-place-href";
import { cn } from "@/components/ui/class-names";

/** What waits for this person, by place; text, already formatted. */
export type PlaceCounts = Partial<Record<Place, { text: string; meaning: string }>>;

/** The places of the workspace, in the order of the work. */
export function Sidebar(props: { base: string; counts: PlaceCounts; onNavigate?: () => void }) {
  const pathname = usePathname();
  const hrefOf = usePlaceHref(props.base);
  return (
    <nav aria-label="Workspace">
      <ul className="flex flex-col gap-px">
        {PLACES.map((place) => {
          const active = isPlaceOf(place.path, props.base, pathname);
          const count = props.counts[place.id];
          return (
            <li key={place.id}>
              <Link
                href={hrefOf(place.id)}
                aria-current={active ? "page" : undefined}
                onClick={props.onNavigate}
                className={cn(
                  "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm text-muted hover:bg-pressed/60 hover:text-ink",
                  active && "bg-pressed font-medium text-ink hover:bg-pressed",
                )}
              >
                <place.icon aria-hidden className="size-4 shrink-0" />
                {place.name}
                {count ? (
                  <span className="ml-auto text-xs text-muted">
                    {count.text}
                    <span className="sr-only"> {count.meaning}</span>
                  </span>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
