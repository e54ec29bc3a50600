import { getProjection } from "@/db/queries/projections/list-projections";
import { SavingsAnswer } from "@/lib/overview/savings-answer";
import { getDatabase } from "@/lib/server/database";
import { requireMember } from "@/lib/server/gate";
import { sightOf } from "@/lib/server/labelling/sight-of";

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

/** A kept projection; null when there is none of this number, or the reader may not see it yet. */
export async function loadKept(slug: string, number: string): Promise<KeptProjection | null> {
  const member = await requireMember(slug);
  const { workspaceId, workspace } = member;
  // it was made from everybody's labels
  if ((await sightOf(member)).labels === "own") return null;
  if (!/^\d{1,9}$/.test(number)) return null;
  const kept = await getProjection(getDatabase(), workspaceId, Number(number));
  if (kept === null) return null;
  const { result, ...head } = kept;
  return { slug: workspace.slug, ...head, answer: SavingsAnswer.parse(result) };
}
