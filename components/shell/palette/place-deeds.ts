import { PLACES, type Place } from "@/components/shell/navigation";
import type { PaletteDeed } from "@/components/shell/palette/palette-entries";
import { SETTINGS_PAGES } from "@/components/shell/settings-pages";
import type { WorkspaceChoice } from "@/components/shell/workspace-switcher";
import { keysOf } from "@/lib/shortcuts";
import { mayAct, type Role } from "@/lib/workspaces/role";

/** Every place that this person can go to, in the order of the work. */
export function placeDeeds(
  here: { base: string; role: Role; slug: string; hrefOf: (place: Place) => string },
  workspaces: readonly WorkspaceChoice[],
  go: (href: string) => void,
): PaletteDeed[] {
  const { base, role, slug, hrefOf } = here;
  const place = (id: string, label: string, href: string, more: Partial<PaletteDeed> = {}) => ({
    id,
    group: "Places",
    label,
    run: () => go(href),
    ...more,
  });
  return [
    ...PLACES.map(({ id, name, shortcut }) =>
      place(`place-${id}`, name, hrefOf(id), { keys: keysOf(shortcut) }),
    ),
    place("place-traces", "Traces", `${base}/traces`),
    ...SETTINGS_PAGES.filter(({ path, atLeast }) => path !== "" && mayAct(role, atLeast)).map(
      ({ name, path }) =>
        place(`settings-${name}`, `Settings: ${name}`, `${base}/settings${path}`, { quiet: true }),
    ),
    ...workspaces
      .filter((workspace) => workspace.slug !== slug)
      .map((workspace) =>
        place(`workspace-${workspace.slug}`, workspace.name, `/w/${workspace.slug}`, {
          group: "Other workspaces",
          quiet: true,
        }),
      ),
    place("new-workspace", "New workspace", "/workspaces/new", {
      group: "Other workspaces",
      quiet: true,
    }),
  ];
}
