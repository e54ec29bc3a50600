"use server";

import { revalidatePath } from "next/cache";
import type { Result } from "@/lib/result";
import { proveMember } from "@/lib/server/gate";
import { createDraw, type MadeDraw } from "@/lib/server/labelling/create-draw";

/** Draws calls in a workspace of the signed-in person. */
export async function drawCallsAction(slug: string, input: unknown): Promise<Result<MadeDraw>> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof;
  const made = await createDraw(proof.value, input);
  if (made.ok) revalidatePath(`/w/${proof.value.workspace.slug}`, "layout");
  return made;
}
