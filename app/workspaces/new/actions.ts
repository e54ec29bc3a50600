"use server";

import { redirect } from "next/navigation";
import { requireUser } from "@/lib/server/gate";
import { createWorkspace } from "@/lib/server/workspaces/create-workspace";
import { openSample } from "@/lib/server/workspaces/open-sample";

export async function createWorkspaceAction(
  _before: string | null,
  form: FormData,
): Promise<string | null> {
  const made = await createWorkspace(await requireUser(), { name: form.get("name") });
  return made.ok ? redirect(`/w/${made.value.slug}/imports`) : made.message;
}

export async function openSampleAction(_before: string | null): Promise<string | null> {
  const made = await openSample(await requireUser());
  return made.ok ? redirect(`/w/${made.value.slug}`) : made.message;
}
