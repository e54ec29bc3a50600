"use server";

import { revalidatePath } from "next/cache";
import { proveMember } from "@/lib/server/gate";
import { changeSettings } from "@/lib/server/settings/change-settings";
import { closeApiKey } from "@/lib/server/settings/close-api-key";
import { createApiKey } from "@/lib/server/settings/create-api-key";
import type { KeyScope } from "@/lib/workspaces/key-scope";

export type SettingsState = { message: string | null; saved: boolean };

export async function changeSettingsAction(
  slug: string,
  _before: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return { message: proof.message, saved: false };
  const changed = await changeSettings(proof.value, Object.fromEntries(form));
  if (!changed.ok) return { message: changed.message, saved: false };
  revalidatePath(`/w/${slug}`, "layout");
  return { message: null, saved: true };
}

export type KeyState = {
  message: string | null;
  made: { name: string; scope: KeyScope; secret: string } | null;
};

export async function createApiKeyAction(
  slug: string,
  _before: KeyState,
  form: FormData,
): Promise<KeyState> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return { message: proof.message, made: null };
  const made = await createApiKey(proof.value, Object.fromEntries(form));
  if (!made.ok) return { message: made.message, made: null };
  revalidatePath(`/w/${slug}/settings`);
  return { message: null, made: made.value };
}

/** @returns what went wrong, or null. */
export async function revokeApiKeyAction(slug: string, keyId: string): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  const closed = await closeApiKey(proof.value, keyId);
  if (!closed.ok) return closed.message;
  revalidatePath(`/w/${slug}/settings`);
  return null;
}
