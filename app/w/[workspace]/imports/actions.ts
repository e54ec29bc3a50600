"use server";

import { revalidatePath } from "next/cache";
import { proveMember } from "@/lib/server/gate";
import { removeMapping } from "@/lib/server/imports/remove-mapping";
import { saveMapping } from "@/lib/server/imports/save-mapping";
import { createApiKey } from "@/lib/server/settings/create-api-key";
import type { Mapping } from "@/lib/tabular/mapping";

export type IngestKeyState = {
  message: string | null;
  made: { id: string; name: string; secret: string } | null;
};

/** Makes a key that may send traces and nothing else, named for the client that will hold it. */
export async function makeIngestKeyAction(
  slug: string,
  _before: IngestKeyState,
  form: FormData,
): Promise<IngestKeyState> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return { message: proof.message, made: null };
  const made = await createApiKey(proof.value, { name: form.get("name"), scope: "ingest" });
  if (!made.ok) return { message: made.message, made: null };
  revalidatePath(`/w/${slug}/settings`);
  return { message: null, made: made.value };
}

/** Keeps a mapping of columns; its id, or why it cannot be kept. */
export async function saveMappingAction(
  slug: string,
  input: {
    name: string;
    columns: readonly string[];
    shared: readonly string[];
    mapping: Mapping;
  },
): Promise<{ id: string } | { message: string }> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return { message: proof.message };
  const saved = await saveMapping(proof.value, input);
  return saved.ok ? { id: saved.value.id } : { message: saved.message };
}

/** @returns what went wrong, or null. */
export async function removeMappingAction(slug: string, id: string): Promise<string | null> {
  const proof = await proveMember(slug, "admin");
  if (!proof.ok) return proof.message;
  const removed = await removeMapping(proof.value, id);
  if (!removed.ok) return removed.message;
  revalidatePath(`/w/${slug}/imports`);
  return null;
}
