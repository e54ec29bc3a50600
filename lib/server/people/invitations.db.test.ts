import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listInvitations } from "@/db/queries/people/list-invitations";
import { auditLog, credentials, invitations, members, users } from "@/db/schema";
import { findInvitation, hashSecret } from "@/lib/server/gate";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { startWorkspaceDeletion } from "@/lib/server/deletion/delete-workspace";
import { createInvitation } from "./create-invitation";
import { endInvitation } from "./end-invitation";
import { joinAsNewPerson, joinWorkspace } from "./join-workspace";
import { makeTestMember, makeTestPerson } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());
beforeEach(async () => {
  home = await makeTestWorkspace(test.db, `Home ${randomUUID()}`);
});

async function invite(input: Record<string, unknown> = {}) {
  const made = await createInvitation(home, { role: "reviewer", ...input });
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

const roleOf = async (userId: string) => {
  const rows = await test.db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, home.workspaceId), eq(members.userId, userId)));
  return rows.map(({ role }) => role);
};
const deeds = (action: string) =>
  test.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, home.workspaceId), eq(auditLog.action, action)));
const newcomer = () => ({
  name: "Nell",
  email: `${randomUUID()}@example.org`,
  password: "correct horse battery",
});
const letTimePass = (id: string) =>
  test.db
    .update(invitations)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(invitations.id, id));

describe("an invitation", () => {
  it("is kept as a digest of 256 random bits, ends when it says, and is in the log", async () => {
    const { id, secret, expiresAt } = await invite({ days: "30", note: " Nell, of support " });
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    const [row] = await test.db.select().from(invitations).where(eq(invitations.id, id));
    expect(row).toMatchObject({ secretHash: hashSecret(secret), note: "Nell, of support" });
    const days = (Date.parse(expiresAt) - Date.parse(row?.createdAt ?? "")) / 86_400_000;
    expect(days).toBeCloseTo(30, 6);
    expect(await deeds("invitation.create")).toMatchObject([
      { subject: id, actor: home.actor, detail: { role: "reviewer", days: 30 } },
    ]);
    const kept = JSON.stringify([row, await deeds("invitation.create")]);
    expect(kept).not.toContain(secret);
    expect(await listInvitations(test.db, home.workspaceId)).toMatchObject([
      { id, role: "reviewer", note: "Nell, of support", madeBy: "Tess", expiresAt },
    ]);
  });

  it("lets one person in with its role, once", async () => {
    const { id, secret } = await invite({ role: "viewer" });
    const [first, second] = [
      await makeTestPerson(test.db, "First"),
      await makeTestPerson(test.db, "Second"),
    ];
    expect(await joinWorkspace(first, secret)).toEqual({ ok: true, value: { slug: home.slug } });
    expect(await roleOf(first.id)).toEqual(["viewer"]);
    expect(await joinWorkspace(second, secret)).toMatchObject({ ok: false, code: "forbidden" });
    expect(await roleOf(second.id)).toEqual([]);
    expect(await deeds("member.join")).toMatchObject([
      { actor: first.id, subject: first.id, detail: { role: "viewer", invitation: id } },
    ]);
    expect(await listInvitations(test.db, home.workspaceId)).toEqual([]);
  });

  it("gives one membership when one person accepts it many times at once", async () => {
    const { secret } = await invite();
    const person = await makeTestPerson(test.db, "Eager");
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => joinWorkspace(person, secret)),
    );
    expect(answers.filter(({ ok }) => ok)).not.toHaveLength(0);
    expect(await roleOf(person.id)).toEqual(["reviewer"]);
    expect(await deeds("member.join")).toHaveLength(1);
  });

  it("lets one in when many people accept it at once", async () => {
    const { secret } = await invite();
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, place) => makeTestPerson(test.db, `Racer ${place}`)),
    );
    const answers = await Promise.all(people.map((person) => joinWorkspace(person, secret)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const roles = await Promise.all(people.map(({ id }) => roleOf(id)));
    expect(roles.flat()).toEqual(["reviewer"]);
  });

  it("makes one account when many new people open it at once", async () => {
    const { secret } = await invite();
    const accounts = Array.from({ length: 4 }, newcomer);
    const answers = await Promise.all(accounts.map((account) => joinAsNewPerson(secret, account)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const made = await test.db.select().from(users);
    const emails = new Set(made.map(({ email }) => email));
    expect(accounts.filter(({ email }) => emails.has(email))).toHaveLength(1);
  });

  it("stays open for another when a member opens it, and leaves their role", async () => {
    const { secret } = await invite({ role: "viewer" });
    const member = await makeTestMember(test.db, home.workspaceId, "admin");
    expect(await joinWorkspace(member.user, secret)).toMatchObject({ ok: true });
    expect(await roleOf(member.user.id)).toEqual(["admin"]);
    expect(await findInvitation(test.db, secret)).toMatchObject({ state: "open" });
    expect(await deeds("member.join")).toEqual([]);
  });

  it("opens nothing once it is revoked or has ended, and says which", async () => {
    const person = await makeTestPerson(test.db, "Late");
    const revoked = await invite();
    expect(await endInvitation(home, revoked.id)).toMatchObject({ ok: true });
    expect(await endInvitation(home, revoked.id)).toMatchObject({ ok: false, code: "not_found" });
    const expired = await invite();
    await letTimePass(expired.id);
    for (const [{ secret }, state, word] of [
      [revoked, "revoked", "taken back"],
      [expired, "expired", "has ended"],
    ] as const) {
      expect(await findInvitation(test.db, secret)).toMatchObject({ state });
      const refusal = await joinWorkspace(person, secret);
      expect(refusal.ok ? "" : refusal.message).toContain(word);
      expect(await joinAsNewPerson(secret, newcomer())).toMatchObject({ ok: false });
    }
    expect(await roleOf(person.id)).toEqual([]);
    expect(await deeds("invitation.revoke")).toMatchObject([{ subject: revoked.id }]);
  });

  it.each(["", "x", "' OR 1=1 --", "a".repeat(43), 7, null])("is not %j", async (secret) => {
    const person = await makeTestPerson(test.db, "Guesser");
    expect(await joinWorkspace(person, secret)).toMatchObject({ ok: false, code: "not_found" });
    expect(await joinAsNewPerson(secret, newcomer())).toMatchObject({ code: "not_found" });
  });

  it("goes with its workspace", async () => {
    const { secret } = await invite();
    const workspace = { name: "gone" } as never;
    const owner = { ...home, workspace, role: "owner" as const };
    expect(await startWorkspaceDeletion(owner, "gone")).toMatchObject({ ok: true });
    expect(await findInvitation(test.db, secret)).toBeNull();
  });
});

describe("an account made by an invitation", () => {
  it("can sign in, and its email is told apart from case and spaces", async () => {
    const { secret } = await invite();
    const account = newcomer();
    const email = ` ${account.email.toUpperCase()} `;
    const joined = await joinAsNewPerson(secret, { ...account, email });
    expect(joined).toEqual({ ok: true, value: { slug: home.slug, email: account.email } });
    const [user] = await test.db.select().from(users).where(eq(users.email, account.email));
    expect(await roleOf(user?.id ?? "")).toEqual(["reviewer"]);
    const kept = await test.db
      .select()
      .from(credentials)
      .where(eq(credentials.userId, user?.id ?? ""));
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(account.password);
  });

  it("is not made over another's email, and the invitation stays open", async () => {
    const { secret } = await invite();
    const taken = await makeTestPerson(test.db, "Owner of the email");
    const refusal = await joinAsNewPerson(secret, { ...newcomer(), email: taken.email });
    expect(refusal).toMatchObject({ ok: false, code: "conflict" });
    expect(await findInvitation(test.db, secret)).toMatchObject({ state: "open" });
    expect(await roleOf(taken.id)).toEqual([]);
  });

  it.each([
    [{ name: " " }, "colleagues"],
    [{ email: "no address" }, "email"],
    [{ password: "short" }, "10 characters"],
  ])("is not made with %j", async (wrong, word) => {
    const { secret } = await invite();
    const refusal = await joinAsNewPerson(secret, { ...newcomer(), ...wrong });
    expect(refusal.ok ? "" : refusal.message).toContain(word);
    expect(await findInvitation(test.db, secret)).toMatchObject({ state: "open" });
  });
});

describe("inviting", () => {
  it.each(["reviewer", "viewer"] as const)("is not for a %s", async (role) => {
    const member = await makeTestMember(test.db, home.workspaceId, role);
    const { id } = await invite();
    for (const refusal of [
      await createInvitation(member, { role: "viewer" }),
      await endInvitation(member, id),
    ]) {
      expect(refusal).toMatchObject({ ok: false, code: "forbidden" });
    }
  });

  it("an owner is for owners", async () => {
    const admin = await makeTestMember(test.db, home.workspaceId, "admin");
    expect(await createInvitation(admin, { role: "admin" })).toMatchObject({ ok: true });
    expect(await createInvitation(admin, { role: "owner" })).toMatchObject({ code: "forbidden" });
    expect(await createInvitation(home, { role: "owner" })).toMatchObject({ ok: true });
  });

  it.each([
    [{ role: "king" }, "Say what they may be"],
    [{ role: "viewer", days: "2" }, "1, 7 or 30 days"],
    [{ role: "viewer", days: "never" }, "1, 7 or 30 days"],
    [{ role: "viewer", note: "x".repeat(101) }, "at most 100"],
    [null, ""],
  ])("refuses %j", async (input, word) => {
    const refusal = await createInvitation(home, input);
    expect(refusal).toMatchObject({ ok: false, code: "invalid" });
    expect(refusal.ok ? "" : refusal.message).toContain(word);
  });

  it("reaches into no other workspace", async () => {
    const { id, secret } = await invite();
    const other = await makeTestWorkspace(test.db, "Other");
    expect(await endInvitation(other, id)).toMatchObject({ ok: false, code: "not_found" });
    expect(await endInvitation({ ...other, workspaceId: home.workspaceId }, id)).toMatchObject({
      ok: false,
      code: "not_found",
    });
    expect(await findInvitation(test.db, secret)).toMatchObject({ state: "open" });
    expect(await listInvitations(test.db, other.workspaceId)).toEqual([]);
  });
});
