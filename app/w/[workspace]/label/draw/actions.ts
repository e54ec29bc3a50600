"use server";

import { revalidatePath } from "next/cache";
import type { Result } from "@/lib/result";
import { proveMember } from "@/lib/server/gate";
import { createDraw, type MadeDraw } from "@/lib/server/labelling/create-draw";
import { extendDraw, type ExtendedDraw } from "@/lib/server/labelling/extend-draw";
import { moveDraw } from "@/lib/server/labelling/move-draw";

/** Draws calls in a workspace of the signed-in person. */
export async function drawCallsAction(slug: string, input: unknown): Promise<Result<MadeDraw>> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof;
  const made = await createDraw(proof.value, input);
  if (made.ok) revalidatePath(`/w/${proof.value.workspace.slug}`, "layout");
  return made;
}

/** Draws more calls of a draw's frame, or of those that came since. */
export async function extendDrawAction(
  slug: string,
  input: unknown,
): Promise<Result<ExtendedDraw>> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof;
  const made = await extendDraw(proof.value, input);
  if (made.ok) revalidatePath(`/w/${proof.value.workspace.slug}`, "layout");
  return made;
}

/** Lets a draw ask by the newest codebook, if its meaning is the same. */
export async function moveDrawAction(
  slug: string,
  number: unknown,
): Promise<Result<{ version: number }>> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof;
  const moved = await moveDraw(proof.value, number);
  if (moved.ok) revalidatePath(`/w/${proof.value.workspace.slug}`, "layout");
  return moved;
}
