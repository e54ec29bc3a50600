"use server";

import { revalidatePath } from "next/cache";
import { proveMember } from "@/lib/server/gate";
import { saveFrontier } from "@/lib/server/settings/save-frontier";

/**
 * @param models names, or null for the rule
 * @returns what went wrong, or null.
 */
export async function saveFrontierAction(
  slug: string,
  models: string[] | null,
): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  const saved = await saveFrontier(proof.value, models);
  if (!saved.ok) return saved.message;
  revalidatePath(`/w/${slug}`, "layout");
  return null;
}
