import type { PaletteDeed } from "@/components/shell/palette/palette-entries";
import { listOpenDeeds } from "@/components/shell/shortcut-registry";

/** What can be done on the open page, from the table of keys. */
export const listPageDeeds = (): PaletteDeed[] =>
  listOpenDeeds().map(({ shortcut, run }) => ({
    id: `deed-${shortcut.id}`,
    group: "On this page",
    label: shortcut.name,
    keys: shortcut.keys[0],
    run,
  }));
