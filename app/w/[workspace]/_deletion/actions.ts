"use server";

import { revalidatePath } from "next/cache";
import type { DoomedCounts } from "@/lib/deletion/deletion-scope";
import type { DeletionTarget } from "@/lib/deletion/deletion-target";
import type { Result } from "@/lib/result";
import { countDeletion } from "@/lib/server/deletion/count-deletion";
import { startWorkspaceDeletion } from "@/lib/server/deletion/delete-workspace";
import { saveRetention } from "@/lib/server/deletion/save-retention";
import { startDeletion } from "@/lib/server/deletion/start-deletion";
import { toScope } from "@/lib/server/deletion/to-scope";
import { proveMember } from "@/lib/server/gate";

/** What would go; null asks for the whole workspace. */
export async function countDeletionAction(
  slug: string,
  target: DeletionTarget | null,
): Promise<Result<DoomedCounts>> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof;
  if (target === null) return countDeletion(proof.value, null);
  const scope = toScope(target, new Date());
  return scope.ok ? countDeletion(proof.value, scope.value) : scope;
}

/** @returns what went wrong, or null. */
export async function startDeletionAction(
  slug: string,
  target: DeletionTarget,
): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  const scope = toScope(target, new Date());
  if (!scope.ok) return scope.message;
  const started = await startDeletion(proof.value, scope.value);
  if (!started.ok) return started.message;
  revalidatePath(`/w/${slug}`, "layout");
  return null;
}

/** @returns what went wrong, or null. */
export async function deleteWorkspaceAction(slug: string, name: string): Promise<string | null> {
  const proof = await proveMember(slug, "owner");
  if (!proof.ok) return proof.message;
  const started = await startWorkspaceDeletion(proof.value, name);
  return started.ok ? null : started.message;
}

export type RetentionState = { message: string | null; saved: boolean };

export async function saveRetentionAction(
  slug: string,
  _before: RetentionState,
  form: FormData,
): Promise<RetentionState> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return { message: proof.message, saved: false };
  const saved = await saveRetention(proof.value, form.get("days"));
  if (!saved.ok) return { message: saved.message, saved: false };
  revalidatePath(`/w/${slug}/settings`);
  return { message: null, saved: true };
}
