/** A deed as the page of the log shows it. */
export type AuditEntry = {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Who did it; null when their account or key is gone. */
  readonly who: string | null;
  /** The deed in words. */
  readonly says: string;
  /** What else was noted; empty when nothing was. */
  readonly rest: string;
  /** Below the address of the workspace, where what it was done to can be seen; null when nowhere. */
  readonly path: string | null;
};

export type AuditPage = {
  readonly entries: readonly AuditEntry[];
  /** Everybody who stands in the log. */
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly previous: string | null;
  readonly next: string | null;
};
