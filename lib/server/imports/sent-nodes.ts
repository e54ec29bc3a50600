import type { nodes } from "@/db/schema";

type NodeRow = typeof nodes.$inferInsert;

/**
 * Remembers which conversation nodes this import has stored, so that a growing conversation sends
 * each message once and not once per call. Bounded: what is forgotten is only sent again.
 */
export class SentNodes {
  readonly #seen = new Set<string>();
  constructor(readonly limit = 100_000) {}

  readonly has = (id: string): boolean => this.#seen.has(id);

  unsent(rows: readonly NodeRow[]): NodeRow[] {
    return rows.filter((row) => !this.#seen.has(row.id));
  }

  /** Call it once the rows are committed, never before. */
  remember(rows: readonly NodeRow[]): void {
    if (this.#seen.size + rows.length > this.limit) this.#seen.clear();
    for (const row of rows) this.#seen.add(row.id);
  }
}
