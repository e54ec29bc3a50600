import { createDatabase } from "@/db/client";
import { issueSetupLink } from "@/lib/server/auth/setup-link";

/** The one line a person needs: where to go, or where to make the first account if there is none. */
export async function describeEntry(databaseUrl: string, baseUrl: string): Promise<string> {
  const { db, close } = createDatabase(databaseUrl, { max: 1 });
  try {
    const token = await issueSetupLink(db);
    return token ? `Set up Assay: ${baseUrl}/setup?token=${token}` : `Assay: ${baseUrl}`;
  } finally {
    await close();
  }
}
