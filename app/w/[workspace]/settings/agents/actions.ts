"use server";

import { revalidatePath } from "next/cache";
import type { HumanFacingRule } from "@/lib/scope/human-facing";
import { proveMember } from "@/lib/server/gate";
import { saveHumanFacing } from "@/lib/server/scope/save-human-facing";

/** @returns what went wrong, or null. */
export async function saveHumanFacingAction(
  slug: string,
  rule: Omit<HumanFacingRule, "humanFacing"> & { humanFacing: boolean | null },
): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  const saved = await saveHumanFacing(proof.value, rule);
  if (!saved.ok) return saved.message;
  revalidatePath(`/w/${slug}`, "layout");
  return null;
}
