import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Sql } from "postgres";

/** Signs the owner of a workspace in for real; the cookie of the session. */
export async function signIn(sql: Sql, baseUrl: string, workspaceId: string): Promise<string> {
  const [owner] = await sql`
    SELECT users.id, email FROM users JOIN members ON members.user_id = users.id
    WHERE members.workspace_id = ${workspaceId}`;
  const password = randomUUID();
  await sql`
    INSERT INTO credentials (id, user_id, account_id, provider_id, password)
    VALUES (${randomUUID()}, ${owner?.id}, ${owner?.id}, 'credential', ${await hashPassword(password)})`;
  const answer = await fetch(`${baseUrl}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: baseUrl },
    body: JSON.stringify({ email: owner?.email, password }),
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
