import { OutboxEntry } from "@/lib/labelling/outbox";

/**
 * The outbox in the browser's storage: one key a label, so that two tabs never write over each
 * other and adding is one step that cannot be half done.
 */
export type OutboxStorage = {
  /** Every entry that lies there; what cannot be read is left where it is. */
  readAll: () => OutboxEntry[];
  /** Whether it is kept: a full or forbidden storage is not. */
  keep: (entry: OutboxEntry) => boolean;
  remove: (id: string) => void;
  /** What another tab changed: an entry, the id of one that has gone, or nothing of ours. */
  readChange: (event: StorageEvent) => OutboxEntry | string | null;
};

export function openOutboxStorage(name: string): OutboxStorage {
  const prefix = `assay.outbox.${name}.`;
  return {
    readAll: () => {
      try {
        return Object.keys(localStorage)
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => parseEntry(localStorage.getItem(key)) ?? []);
      } catch {
        return [];
      }
    },
    keep: (entry) => {
      try {
        localStorage.setItem(prefix + entry.row.id, JSON.stringify(entry));
        return true;
      } catch {
        return false;
      }
    },
    remove: (id) => {
      try {
        localStorage.removeItem(prefix + id);
      } catch {
        // what cannot be opened holds nothing of ours
      }
    },
    readChange: ({ key, newValue }) => {
      if (!key?.startsWith(prefix)) return null;
      return newValue === null ? key.slice(prefix.length) : parseEntry(newValue);
    },
  };
}

function parseEntry(text: string | null): OutboxEntry | null {
  if (text === null) return null;
  try {
    const parsed = OutboxEntry.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
