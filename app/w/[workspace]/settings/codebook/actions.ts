"use server";

import { revalidatePath } from "next/cache";
import type { Result } from "@/lib/result";
import { saveCodebook, type SavedCodebook } from "@/lib/server/codebook/save-codebook";
import { proveMember } from "@/lib/server/gate";

/** Saves the codebook of a workspace of the signed-in person. */
export async function saveCodebookAction(
  slug: string,
  input: unknown,
): Promise<Result<SavedCodebook>> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof;
  const saved = await saveCodebook(proof.value, input);
  if (saved.ok) revalidatePath(`/w/${proof.value.workspace.slug}`, "layout");
  return saved;
}
