"use server";

import { redirect } from "next/navigation";
import { setUp } from "@/lib/server/auth/set-up";
import { signInHere } from "@/lib/server/auth/sign-in-here";

export type SetupState = { message: string | null; name: string; email: string };

/** Makes the owner's account, signs in, and goes on to the first workspace. */
export async function setUpAction(_before: SetupState, form: FormData): Promise<SetupState> {
  const field = (name: string) => String(form.get(name) ?? "");
  const [name, email, password] = [field("name"), field("email"), field("password")];
  const done = await setUp({ token: field("token"), name, email, password });
  if (!done.ok) return { message: done.message, name, email };
  await signInHere(done.value.email, password);
  redirect("/workspaces/new");
}
