"use server";

import { revalidatePath } from "next/cache";
import { saveRedaction } from "@/lib/server/curation/save-redaction";
import { proveMember } from "@/lib/server/gate";

/** @returns why it was not saved, or null. */
export async function saveRedactionAction(slug: string, input: unknown): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  const saved = await saveRedaction(proof.value, input);
  if (!saved.ok) return saved.message;
  revalidatePath(`/w/${slug}/settings/redaction`);
  return null;
}
