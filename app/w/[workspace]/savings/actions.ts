"use server";

import { revalidatePath } from "next/cache";
import { proveMember } from "@/lib/server/gate";
import { keepProjection } from "@/lib/server/savings/keep-projection";
import { saveAssumptions } from "@/lib/server/savings/save-assumptions";

/** @returns the number under which it is kept, or what is wrong. */
export async function keepProjectionAction(
  slug: string,
  input: unknown,
): Promise<{ number: number | null; message: string | null }> {
  const proof = await proveMember(slug, "reviewer");
  if (!proof.ok) return { number: null, message: proof.message };
  const kept = await keepProjection(proof.value, input);
  if (!kept.ok) return { number: null, message: kept.message };
  revalidatePath(`/w/${slug}/savings`);
  return { number: kept.value.number, message: null };
}

/** @returns what is wrong, or null. */
export async function saveAssumptionsAction(slug: string, query: unknown): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  const saved = await saveAssumptions(proof.value, query);
  if (!saved.ok) return saved.message;
  revalidatePath(`/w/${slug}`, "layout");
  return null;
}
