import { headers } from "next/headers";
import { getAuth } from "./auth";

/** Signs in on the answer of the running server action. */
export async function signInHere(email: string, password: string): Promise<void> {
  await getAuth().api.signInEmail({ body: { email, password }, headers: await headers() });
}
