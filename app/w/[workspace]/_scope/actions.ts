"use server";

import { revalidatePath } from "next/cache";
import type { Scope } from "@/lib/scope/scope";
import { proveMember } from "@/lib/server/gate";
import { saveScope } from "@/lib/server/scope/save-scope";

/** @returns what went wrong, or null. */
export async function saveScopeAction(slug: string, scope: Scope): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  const saved = await saveScope(proof.value, scope);
  if (!saved.ok) return saved.message;
  revalidatePath(`/w/${slug}`, "layout");
  return null;
}
