import type { Database } from "@/db/client";
import { replaceTotals } from "@/db/commands/replace-totals";
import { type CountedCall, listCountedCalls } from "@/db/queries/calls/list-counted-calls";
import type { WorkspaceId } from "@/lib/ids";
import { deltaOf, sumDeltas } from "@/lib/server/imports/total-deltas";

/** Calls read at a time. */
const PAGE = 20_000;

/**
 * Counts the totals of one workspace from its calls. All of it is of one moment: what an import
 * appends meanwhile stays beside, so that its calls are counted once.
 */
export async function recountTotals(db: Database, workspaceId: WorkspaceId): Promise<void> {
  await db.transaction(
    async (tx) => {
      let counted: ReturnType<typeof sumDeltas> = [];
      let page: CountedCall[] = [];
      do {
        page = await listCountedCalls(tx, workspaceId, page.at(-1)?.id ?? null, PAGE);
        counted = sumDeltas([...counted, ...page.map((call) => deltaOf(call, 1))]);
      } while (page.length === PAGE);
      await replaceTotals(tx, workspaceId, counted);
    },
    { isolationLevel: "repeatable read" },
  );
}
