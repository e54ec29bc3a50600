import { hasPeople } from "@/db/queries/accounts/has-people";
import { getDatabase } from "@/lib/server/database";
import { isSetupLinkOpen } from "./setup-link";

/** What a set-up link leads to: the form, a closed door, or the news that there is an owner. */
export async function loadSetup(token: string): Promise<"open" | "closed" | "done"> {
  const db = getDatabase();
  if (await hasPeople(db)) return "done";
  return token !== "" && (await isSetupLinkOpen(db, token)) ? "open" : "closed";
}
