import { listRaters } from "@/db/queries/people/list-raters";
import type { WorkspaceId } from "@/lib/ids";
import type { Evidence } from "@/lib/overview/evidence";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";

/** The rater whose labels alone an address asks for; null when it asks for none. */
export async function choosePass(
  workspaceId: WorkspaceId,
  asked: string | readonly string[] | undefined,
): Promise<Result<Evidence["pass"]>> {
  const id = typeof asked === "string" ? asked : asked?.[0];
  if (id === undefined || id === "") return ok(null);
  const raters = await listRaters(getDatabase(), workspaceId);
  const rater = raters.find((one) => one.id === id);
  if (rater !== undefined) return ok(rater);
  const known = raters.map(({ id: own, name }) => `${own} (${name})`).join(", ");
  return refused(
    "invalid",
    `rater is the id of a rater of this workspace: ${known || "it has none"}.`,
  );
}
