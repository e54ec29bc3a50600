import { getProjection } from "@/db/queries/projections/list-projections";
import { SavingsAnswer } from "@/lib/overview/savings-answer";
import { getDatabase } from "@/lib/server/database";
import { requireMember } from "@/lib/server/gate";

export interface KeptProjection {
  readonly slug: string;
  readonly number: number;
  readonly name: string;
  /** Null when their account is gone. */
  readonly keptBy: string | null;
  readonly createdAt: string;
  readonly inputsHash: string;
  /** As it was stored; nothing of it is computed again. */
  readonly answer: SavingsAnswer;
}

/** A kept projection; null when there is none of this number. */
export async function loadKept(slug: string, number: string): Promise<KeptProjection | null> {
  const { workspaceId, workspace } = await requireMember(slug);
  if (!/^\d{1,9}$/.test(number)) return null;
  const kept = await getProjection(getDatabase(), workspaceId, Number(number));
  if (kept === null) return null;
  const { result, ...head } = kept;
  return { slug: workspace.slug, ...head, answer: SavingsAnswer.parse(result) };
}
