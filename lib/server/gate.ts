import { createHash } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Executor } from "@/db/client";
import { noteApiKeyUse } from "@/db/commands/write-api-key";
import { apiKeys, invitations, members, users, workspaces } from "@/db/schema";
import type { RowId, WorkspaceId } from "@/lib/ids";
import { ok, refused, type Refusal, type Result } from "@/lib/result";
import type { InvitationState } from "@/lib/workspaces/invitation";
import { allows, type NeededScope, wrongScope } from "@/lib/workspaces/key-scope";
import { mayAct, type Role } from "@/lib/workspaces/role";
import { getAuth } from "./auth/auth";
import { getDatabase } from "./database";

export type User = { id: string; name: string; email: string };

export type Workspace = typeof workspaces.$inferSelect;

/** Who acts, and the proof of where they may. */
export type Membership = {
  workspaceId: WorkspaceId;
  workspace: Workspace;
  user: User;
  role: Role;
  /** As the audit log names them. */
  actor: string;
};

export { mayAct, type Role };

/** The signed-in person, or null. */
export const getUser = cache(async (): Promise<User | null> => {
  const session = await getAuth().api.getSession({ headers: await headers() });
  if (!session) return null;
  return { id: session.user.id, name: session.user.name, email: session.user.email };
});

/** The signed-in person; others are sent to sign in. For pages. */
export async function requireUser(): Promise<User> {
  return (await getUser()) ?? redirect("/sign-in");
}

/** The membership behind a workspace's address, or null: not signed in, or no member. */
export const getMembership = cache(async (slug: string): Promise<Membership | null> => {
  const user = await getUser();
  return user && findMembership(slug, user);
});

async function findMembership(slug: string, user: User): Promise<Membership | null> {
  const [row] = await getDatabase()
    .select({ workspace: workspaces, role: members.role })
    .from(workspaces)
    .innerJoin(members, eq(members.workspaceId, workspaces.id))
    .where(and(eq(workspaces.slug, slug), eq(members.userId, user.id)));
  if (!row) return null;
  const workspaceId = row.workspace.id as WorkspaceId;
  return { workspaceId, workspace: row.workspace, user, role: row.role, actor: user.id };
}

/** The membership a page stands on; a stranger sees that there is no such page. */
export async function requireMember(slug: string): Promise<Membership> {
  await requireUser();
  return (await getMembership(slug)) ?? notFound();
}

/** The membership an action or a route of the browser stands on, with at least this role. */
export async function proveMember(slug: string, atLeast: Role): Promise<Result<Membership>> {
  const user = await getUser();
  if (!user) return refused("signed_out", "You are signed out. Sign in again.");
  const membership = await findMembership(slug, user);
  if (!membership) return refused("not_found", "There is no such workspace, or you are not in it.");
  if (!mayAct(membership.role, atLeast)) {
    return refused("forbidden", `This needs the role ${atLeast}; yours is ${membership.role}.`);
  }
  return ok(membership);
}

export type KeyHolder = {
  workspaceId: WorkspaceId;
  workspace: Workspace;
  actor: string;
  /** What its owner calls the key. */
  keyName: string;
};

/**
 * The workspace an API key opens: `Authorization: Bearer <key>`, `x-api-key: <key>`, or Basic with
 * the key as password or user. A key of another scope than the one needed opens nothing.
 */
export async function proveApiKey(
  request: Request,
  needed: NeededScope,
): Promise<Result<KeyHolder>> {
  const secrets = sentSecrets(request.headers);
  if (secrets.length === 0) {
    return refused("signed_out", "Send a workspace API key: `Authorization: Bearer <key>`.");
  }
  const [row] = await getDatabase()
    .select({
      workspace: workspaces,
      keyId: apiKeys.id,
      keyName: apiKeys.name,
      scope: apiKeys.scope,
    })
    .from(apiKeys)
    .innerJoin(workspaces, eq(workspaces.id, apiKeys.workspaceId))
    .where(and(inArray(apiKeys.secretHash, secrets.map(hashSecret)), isNull(apiKeys.revokedAt)));
  if (!row) return refused("signed_out", "This API key is unknown or has been revoked.");
  const { workspace, keyId, keyName, scope } = row;
  if (!allows(scope, needed)) return refused("forbidden", wrongScope(scope, needed));
  const workspaceId = workspace.id as WorkspaceId;
  await noteApiKeyUse(getDatabase(), workspaceId, keyId);
  return ok({ workspaceId, workspace, actor: `key:${keyId}`, keyName });
}

function sentSecrets(headers: Headers): string[] {
  const [, scheme = "", sent = ""] =
    /^(Bearer|Basic)\s+(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (scheme.toLowerCase() === "bearer") return [sent];
  const key = headers.get("x-api-key");
  if (scheme === "") return key ? [key] : [];
  const [user = "", ...password] = Buffer.from(sent, "base64").toString("utf8").split(":");
  return [password.join(":"), user].filter((secret) => secret !== "");
}

/** Keys and invitations are 32 random bytes, so that one plain digest is enough. */
export const hashSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");

export type Invitation = {
  workspaceId: WorkspaceId;
  workspace: Pick<Workspace, "slug" | "name">;
  id: RowId;
  role: Role;
  state: InvitationState;
  /** Who made it; null when their account is gone. */
  madeBy: string | null;
  acceptedBy: string | null;
  acceptedAt: string | null;
  expiresAt: string;
};

/** The workspace that an invitation opens, whatever became of it; null when nobody made it. */
export async function findInvitation(
  executor: Executor,
  secret: string,
): Promise<Invitation | null> {
  const [row] = await executor
    .select({
      workspaceId: workspaces.id,
      workspace: { slug: workspaces.slug, name: workspaces.name },
      id: invitations.id,
      role: invitations.role,
      state: sql<InvitationState>`CASE WHEN ${invitations.acceptedAt} IS NOT NULL THEN 'used'
        WHEN ${invitations.revokedAt} IS NOT NULL THEN 'revoked'
        WHEN ${invitations.expiresAt} <= now() THEN 'expired' ELSE 'open' END`,
      madeBy: users.name,
      acceptedBy: invitations.acceptedBy,
      acceptedAt: invitations.acceptedAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .where(eq(invitations.secretHash, hashSecret(secret)));
  return row ? { ...row, workspaceId: row.workspaceId as WorkspaceId } : null;
}

/**
 * Refuses a request that another site made the browser send; null when it comes from our pages.
 * Server actions check this themselves, our own routes call it.
 */
export function refuseForeignOrigin(request: Request): Refusal | null {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isForeign =
    site !== null
      ? site !== "same-origin" && site !== "none"
      : origin !== null && hostOf(origin) !== request.headers.get("host");
  return isForeign ? refused("forbidden", "This request came from another site.") : null;
}

/** The host of an origin; undefined for what has none: a sandboxed frame or a file sends `null`. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
