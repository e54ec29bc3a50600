/** Where a key means its command. Global keys work everywhere, the others where their screen is open. */
export type ShortcutScope = "global" | "label" | "table" | "rows";

export type Shortcut = {
  id: string;
  scope: ShortcutScope;
  /** Any of these gives the command. A space parts the keys of a sequence: "g o". */
  keys: readonly string[];
  name: string;
  /** Whether holding the key repeats it. A verdict must never be given twice by a slow finger. */
  repeats?: true;
};

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

const RUBRIC = ["r 1", "r 2", "r 3", "r 4", "r 5", "r 6", "r 7", "r 8", "r 9"] as const;

/** The one table of keys: the hook, the tooltips and the sheet read it. */
export const SHORTCUTS = [
  { id: "go-overview", scope: "global", keys: ["g o"], name: "Go to Overview" },
  { id: "go-imports", scope: "global", keys: ["g i"], name: "Go to Imports" },
  { id: "go-calls", scope: "global", keys: ["g c"], name: "Go to Calls" },
  { id: "go-clusters", scope: "global", keys: ["g k"], name: "Go to Clusters" },
  { id: "go-label", scope: "global", keys: ["g l"], name: "Go to Label" },
  { id: "go-savings", scope: "global", keys: ["g v"], name: "Go to Savings" },
  { id: "go-routing", scope: "global", keys: ["g r"], name: "Go to Routing" },
  { id: "go-settings", scope: "global", keys: ["g s"], name: "Go to Settings" },
  { id: "open-palette", scope: "global", keys: ["Mod+k"], name: "Search and go anywhere" },
  { id: "show-shortcuts", scope: "global", keys: ["?"], name: "Show all keys" },
  { id: "viable", scope: "label", keys: ["v"], name: "Viable, and on" },
  { id: "not-viable", scope: "label", keys: ["n"], name: "Not viable, and on" },
  { id: "unsure", scope: "label", keys: ["u"], name: "Unsure, and on" },
  { id: "no-model-needed", scope: "label", keys: ["x"], name: "No model needed, and on" },
  { id: "viable-and-stay", scope: "label", keys: ["Shift+v"], name: "Viable, and stay" },
  { id: "not-viable-and-stay", scope: "label", keys: ["Shift+n"], name: "Not viable, and stay" },
  { id: "unsure-and-stay", scope: "label", keys: ["Shift+u"], name: "Unsure, and stay" },
  {
    id: "no-model-needed-and-stay",
    scope: "label",
    keys: ["Shift+x"],
    name: "No model needed, and stay",
  },
  { id: "reason", scope: "label", keys: DIGITS, name: "Add or take back a reason" },
  { id: "note", scope: "label", keys: ["e"], name: "Write a note" },
  { id: "rubric", scope: "label", keys: RUBRIC, name: "Answer a question: yes, no, nothing" },
  { id: "alike", scope: "label", keys: ["a"], name: "Label calls asked alike too" },
  { id: "skip", scope: "label", keys: ["s"], name: "Skip the item, with a reason" },
  { id: "trace", scope: "label", keys: ["w"], name: "Show its whole trace beside" },
  { id: "undo", scope: "label", keys: ["z"], name: "Undo the last verdict" },
  { id: "next", scope: "label", keys: ["j"], name: "Next item", repeats: true },
  { id: "previous", scope: "label", keys: ["k"], name: "Previous item", repeats: true },
  { id: "search", scope: "table", keys: ["/"], name: "Search in the list" },
  { id: "next-row", scope: "rows", keys: ["j"], name: "Next row", repeats: true },
  { id: "previous-row", scope: "rows", keys: ["k"], name: "Previous row", repeats: true },
  { id: "toggle-table", scope: "table", keys: ["t"], name: "Show a chart as its table, and back" },
] as const satisfies readonly Shortcut[];

export type ShortcutId<Scope extends ShortcutScope = ShortcutScope> = Extract<
  (typeof SHORTCUTS)[number],
  { scope: Scope }
>["id"];

/** The first key of a command, for tooltips and menus. */
export const keysOf = (id: ShortcutId): string => {
  const shortcut = SHORTCUTS.find((candidate) => candidate.id === id);
  return shortcut?.keys[0] ?? "";
};

/**
 * How a press is written in the table: "v", "Shift+v", "?", and "Mod+k" with Ctrl or Command; null for
 * a modifier or a named key.
 */
export const writtenKey = (press: {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
}): string | null => {
  // On a keyboard of another script the letter is known by its place.
  const place = /^Key([A-Z])$/.exec(press.code)?.[1];
  const isAscii = press.key.length === 1 && press.key <= "~";
  const key = isAscii ? press.key : (place ?? press.key);
  if (key.length !== 1 || key === " ") return null;
  if (press.ctrlKey || press.metaKey) return press.shiftKey ? null : `Mod+${key.toLowerCase()}`;
  if (/[a-z]/i.test(key)) return press.shiftKey ? `Shift+${key.toLowerCase()}` : key.toLowerCase();
  return key;
};

export type Resolution =
  | { kind: "command"; shortcut: Shortcut; key: string }
  | { kind: "prefix"; prefix: string }
  | { kind: "none" };

/**
 * What a key means after `prefix` (the first key of a sequence, or null) in the scopes that are open.
 * After a prefix the key belongs to the sequence alone: "g k" never also means "k".
 */
export const resolveKey = (
  key: string,
  prefix: string | null,
  scopes: ReadonlySet<ShortcutScope>,
): Resolution => {
  const typed = prefix === null ? key : `${prefix} ${key}`;
  const open: readonly Shortcut[] = SHORTCUTS.filter((shortcut) => scopes.has(shortcut.scope));
  const found = open.find((shortcut) => shortcut.keys.includes(typed));
  if (found) return { kind: "command", shortcut: found, key };
  const begins = open.some((shortcut) =>
    shortcut.keys.some((keys) => keys.startsWith(`${typed} `)),
  );
  return begins ? { kind: "prefix", prefix: typed } : { kind: "none" };
};
