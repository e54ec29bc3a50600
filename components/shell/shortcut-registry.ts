import {
  resolveKey,
  type Shortcut,
  type ShortcutScope,
  SHORTCUTS,
  writtenKey,
} from "@/lib/shortcuts";

type Handlers = Readonly<Partial<Record<string, (key: string) => void>>>;
type Registration = { scope: ShortcutScope; read: () => Handlers };

/** A sequence is forgotten after so long. */
const SEQUENCE_MS = 1200;

const registrations = new Set<Registration>();
let prefix: { keys: string; at: number } | null = null;

const WRITING =
  "input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable=true], [role=textbox], [role=combobox]";
const POPUPS = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

const isElsewhere = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  // with Ctrl or Command a key writes nothing, so it works where somebody writes too
  const isMod = event.ctrlKey || event.metaKey;
  if (target?.closest(isMod ? POPUPS : `${WRITING}, ${POPUPS}`)) return true;
  return document.querySelector("[data-modal][data-open]") !== null;
};

const onKeyDown = (event: KeyboardEvent) => {
  if (isElsewhere(event)) {
    prefix = null;
    return;
  }
  const key = writtenKey(event);
  if (key === null) return;
  const begun = prefix && event.timeStamp - prefix.at < SEQUENCE_MS ? prefix.keys : null;
  prefix = null;
  const scopes = new Set([...registrations].map((registration) => registration.scope));
  const meaning = resolveKey(key, begun, scopes);
  if (meaning.kind === "prefix") prefix = { keys: meaning.prefix, at: event.timeStamp };
  if (meaning.kind !== "command" || (event.repeat && !meaning.shortcut.repeats)) return;
  for (const registration of registrations) {
    const handler =
      registration.scope === meaning.shortcut.scope && registration.read()[meaning.shortcut.id];
    if (handler) {
      event.preventDefault();
      handler(meaning.key);
    }
  }
};

/** Opens a scope with its handlers; call what it returns to close it. */
export const registerShortcuts = (registration: Registration): (() => void) => {
  if (registrations.size === 0) document.addEventListener("keydown", onKeyDown);
  registrations.add(registration);
  return () => {
    registrations.delete(registration);
    if (registrations.size === 0) document.removeEventListener("keydown", onKeyDown);
  };
};

/** The commands of a page that can be done now: those of its open scopes that have a deed. */
export const listOpenDeeds = (): { shortcut: Shortcut; run: () => void }[] =>
  [...registrations].flatMap(({ scope, read }) =>
    scope === "global"
      ? []
      : SHORTCUTS.filter(
          (shortcut) => shortcut.scope === scope && !("repeats" in shortcut),
        ).flatMap((shortcut: Shortcut) => {
          const handler = read()[shortcut.id];
          const [key = ""] = shortcut.keys;
          return handler && shortcut.keys.length === 1
            ? [{ shortcut, run: () => handler(key) }]
            : [];
        }),
  );
