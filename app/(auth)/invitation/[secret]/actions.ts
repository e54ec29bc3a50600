"use server";

import { redirect } from "next/navigation";
import { signInHere } from "@/lib/server/auth/sign-in-here";
import { getUser } from "@/lib/server/gate";
import { joinAsNewPerson, joinWorkspace } from "@/lib/server/people/join-workspace";

/** Brings in who is signed in. Comes back only when it went wrong, with the reason. */
export async function joinAction(secret: string, _before: string | null): Promise<string | null> {
  const user = await getUser();
  if (!user) return "You are signed out. Reload this page to sign in or make an account.";
  const joined = await joinWorkspace(user, secret);
  return joined.ok ? redirect(`/w/${joined.value.slug}`) : joined.message;
}

export type NewPersonState = { message: string | null; name: string; email: string };

/** Makes an account, signs in, and goes into the workspace. */
export async function joinAsNewPersonAction(
  secret: string,
  _before: NewPersonState,
  form: FormData,
): Promise<NewPersonState> {
  const field = (name: string) => String(form.get(name) ?? "");
  const [name, email, password] = [field("name"), field("email"), field("password")];
  const joined = await joinAsNewPerson(secret, { name, email, password });
  if (!joined.ok) return { message: joined.message, name, email };
  await signInHere(joined.value.email, password);
  redirect(`/w/${joined.value.slug}`);
}
