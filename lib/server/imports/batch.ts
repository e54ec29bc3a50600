import type { ImportProgress } from "@/db/commands/write-import";
import type { rejectedRecords } from "@/db/schema";
import { NOTHING } from "./import-progress";
import type { IncomingCall } from "./plan-batch";

/** What is collected until it is written. */
export type Batch = {
  calls: IncomingCall[];
  rejected: (typeof rejectedRecords.$inferInsert)[];
  progress: ImportProgress;
  bytesRead: number;
  /** About how much of it is held in memory and written, in characters. */
  weight: number;
};

export const emptyBatch = (): Batch => ({
  calls: [],
  rejected: [],
  progress: { ...NOTHING },
  bytesRead: 0,
  weight: 0,
});

/** The same as many batches: one of all that was refused, and one for each call, in their order. */
export function apart({ calls, rejected, progress, bytesRead, weight }: Batch): Batch[] {
  const refused = { ...progress, records: progress.other + progress.unparseable };
  return [
    { calls: [], rejected, progress: refused, bytesRead, weight },
    ...calls.map((call) => ({
      calls: [call],
      rejected: [],
      progress: { ...NOTHING, records: 1 },
      bytesRead,
      weight,
    })),
  ];
}
