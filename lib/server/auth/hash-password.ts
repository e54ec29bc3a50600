import { getAuth } from "./auth";

/** A password as the accounts library keeps it. */
export async function hashPassword(password: string): Promise<string> {
  return (await getAuth().$context).password.hash(password);
}
