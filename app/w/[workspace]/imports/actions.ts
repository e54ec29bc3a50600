"use server";

import { revalidatePath } from "next/cache";
import { proveMember } from "@/lib/server/gate";
import { createApiKey } from "@/lib/server/settings/create-api-key";

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
