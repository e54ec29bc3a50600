/** What a screen asks to delete; `older` by whole days before now. */
export type DeletionTarget =
  | { readonly what: "trace" | "import"; readonly subject: string }
  | { readonly what: "older"; readonly days: number | string };

/** A deletion, as the list of them shows it. */
export type DeletionEntry = {
  readonly id: string;
  readonly what: "trace" | "import" | "older" | "workspace";
  /** An id; of `older` a moment. */
  readonly subject: string;
  readonly state: "queued" | "running" | "done" | "failed";
  readonly callsTotal: number;
  readonly callsDone: number;
  readonly createdAt: string;
};

/** Whether it still goes on, or will. */
export const isUnderWay = ({ state }: Pick<DeletionEntry, "state">): boolean => state !== "done";
