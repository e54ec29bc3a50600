import { Dialog as Base } from "@base-ui/react/dialog";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type PaletteDeed, usePaletteEntries } from "@/components/shell/palette/palette-entries";
import { optionId, PaletteList } from "@/components/shell/palette/palette-list";
import type { PaletteFinds } from "@/lib/palette/palette-finds";
import { rankEntries } from "@/lib/palette/rank-entries";

/** The server is asked when the typing rests for so long. */
const REST_MS = 150;

export type PaletteSearch = (typed: string, signal: AbortSignal) => Promise<PaletteFinds | null>;

/** Everything one can go to or do here, by typing a part of it. Opened with Ctrl or Command and K. */
export function CommandPalette(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  deeds: readonly PaletteDeed[];
  onSearch: PaletteSearch;
}) {
  const { onOpenChange } = props;
  const taken = useRef<PaletteDeed | null>(null);
  const take = (deed: PaletteDeed) => {
    taken.current = deed;
    onOpenChange(false);
  };
  // once the window is gone, so that it does not take the focus back from what the deed focused
  const finish = (open: boolean) => {
    if (open) return;
    taken.current?.run();
    taken.current = null;
  };
  return (
    <Base.Root open={props.open} onOpenChange={onOpenChange} onOpenChangeComplete={finish}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Base.Popup
          data-modal=""
          aria-label="Search and go"
          className="fixed top-[12dvh] left-1/2 z-50 flex max-h-[70dvh] w-[36rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-lg bg-raised shadow-float outline-none"
        >
          <PaletteBody deeds={props.deeds} onSearch={props.onSearch} onTake={take} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function PaletteBody(props: {
  deeds: readonly PaletteDeed[];
  onSearch: PaletteSearch;
  onTake: (deed: PaletteDeed) => void;
}) {
  const list = useId();
  const [typed, setTyped] = useState("");
  const [chosenId, setChosenId] = useState<string | null>(null);
  const finds = useFinds(typed, props.onSearch);
  const entries = rankEntries(usePaletteEntries(props.deeds, finds), typed);
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === chosenId),
  );
  const chosen = entries[at];
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const next = entries[(at + step + entries.length) % entries.length];
      if (next) choose(next.id, next);
    } else if (event.key === "Enter" && chosen) props.onTake(chosen);
    else return;
    event.preventDefault();
  };
  const choose = (id: string, entry: PaletteDeed) => {
    setChosenId(id);
    document.getElementById(optionId(entry))?.scrollIntoView({ block: "nearest" });
  };
  return (
    <>
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window is opened to type in
        autoFocus
        role="combobox"
        aria-label="Search and go"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen && optionId(chosen)}
        autoComplete="off"
        spellCheck={false}
        placeholder="Go to a place, a cluster, an import; or search calls"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosenId(null);
        }}
        onKeyDown={press}
        className="h-11 shrink-0 rounded-t-lg border-b border-line bg-transparent px-4 text-base outline-none placeholder:text-muted"
      />
      {entries.length === 0 ? (
        <p className="px-4 py-6 text-sm text-muted">Nothing fits “{typed}”.</p>
      ) : null}
      <PaletteList
        id={list}
        entries={entries}
        chosen={chosen}
        onPoint={(entry) => setChosenId(entry.id)}
        onTake={props.onTake}
      />
    </>
  );
}

/** What the server finds for what is typed; what it found last until it answers. */
function useFinds(typed: string, search: PaletteSearch): PaletteFinds | null {
  const [finds, setFinds] = useState<PaletteFinds | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const found = await search(typed, stop.signal);
      if (found && !stop.signal.aborted) setFinds(found);
    };
    const timer = setTimeout(() => void ask(), typed === "" ? 0 : REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, search]);
  return finds;
}
