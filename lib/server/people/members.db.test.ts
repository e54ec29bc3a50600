import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listExternalRaters } from "@/db/queries/people/list-external-raters";
import { listPeople } from "@/db/queries/people/list-people";
import { auditLog, members, raters } from "@/db/schema";
import type { Role } from "@/lib/server/gate";
import { findInvitation } from "@/lib/server/gate";
import { makeTestWorkspace, openTestDatabase } from "@/lib/server/testing";
import { changeRole } from "./change-role";
import { createInvitation } from "./create-invitation";
import { leaveWorkspace } from "./leave-workspace";
import { removeMember } from "./remove-member";
import { renameRater } from "./rename-rater";
import { makeTestMember } from "./testing";

let test: Awaited<ReturnType<typeof openTestDatabase>>;
/** Its person is the owner. */
let home: Awaited<ReturnType<typeof makeTestWorkspace>>;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.close());
beforeEach(async () => {
  home = await makeTestWorkspace(test.db, `Home ${randomUUID()}`);
});

const bring = (role: Role) => makeTestMember(test.db, home.workspaceId, role);
const rolesHere = async () => {
  const rows = await test.db
    .select({ userId: members.userId, role: members.role })
    .from(members)
    .where(eq(members.workspaceId, home.workspaceId));
  return new Map(rows.map(({ userId, role }) => [userId, role]));
};
const owners = async () => [...(await rolesHere()).values()].filter((role) => role === "owner");
const deeds = (action: string) =>
  test.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, home.workspaceId), eq(auditLog.action, action)));
const open = async (made: Awaited<ReturnType<typeof createInvitation>>) => {
  if (!made.ok) throw new Error(made.message);
  return findInvitation(test.db, made.value.secret);
};

describe("a role", () => {
  it("is changed by an owner, and the log says from what to what", async () => {
    const { actor } = await bring("viewer");
    const changed = await changeRole(home, { userId: actor, role: "owner" });
    expect(changed).toEqual({ ok: true, value: { name: "The viewer", role: "owner" } });
    expect((await rolesHere()).get(actor)).toBe("owner");
    expect(await deeds("member.change_role")).toMatchObject([
      { actor: home.actor, subject: actor, detail: { from: "viewer", to: "owner" } },
    ]);
  });

  it("of an owner is out of an admin's reach, and so is becoming one", async () => {
    const admin = await bring("admin");
    const viewer = await bring("viewer");
    for (const input of [
      { userId: home.actor, role: "viewer" },
      { userId: viewer.actor, role: "owner" },
      { userId: admin.actor, role: "owner" },
    ]) {
      expect(await changeRole(admin, input)).toMatchObject({ ok: false, code: "forbidden" });
    }
    expect(await changeRole(admin, { userId: viewer.actor, role: "admin" })).toMatchObject({
      ok: true,
    });
    expect(await removeMember(admin, home.actor)).toMatchObject({ ok: false, code: "forbidden" });
  });

  it.each(["reviewer", "viewer"] as const)("is not changed by a %s", async (role) => {
    const member = await bring(role);
    const other = await bring("viewer");
    for (const userId of [member.actor, other.actor, home.actor]) {
      expect(await changeRole(member, { userId, role: "admin" })).toMatchObject({
        code: "forbidden",
      });
    }
    expect(await removeMember(member, other.actor)).toMatchObject({ code: "forbidden" });
  });

  it("counts as it is at the moment of the deed, not as it was when the page was opened", async () => {
    const admin = await bring("admin");
    const viewer = await bring("viewer");
    await changeRole(home, { userId: admin.actor, role: "viewer" });
    expect(await changeRole(admin, { userId: viewer.actor, role: "admin" })).toMatchObject({
      ok: false,
      code: "forbidden",
    });
    await removeMember(home, admin.actor);
    expect(await createInvitation(admin, { role: "admin" })).toMatchObject({ code: "not_found" });
  });

  it("ends the open invitations that it no longer allows, and no others", async () => {
    const second = await bring("owner");
    const asOwner = await createInvitation(second, { role: "owner" });
    const asViewer = await createInvitation(second, { role: "viewer" });
    const ours = await createInvitation(home, { role: "owner" });
    await changeRole(home, { userId: second.actor, role: "admin" });
    expect(await open(asOwner)).toMatchObject({ state: "revoked" });
    expect(await open(asViewer)).toMatchObject({ state: "open" });
    await changeRole(home, { userId: second.actor, role: "reviewer" });
    expect(await open(asViewer)).toMatchObject({ state: "revoked" });
    expect(await open(ours)).toMatchObject({ state: "open" });
  });

  it.each([[{}], [{ userId: "x" }], [{ userId: "x", role: "king" }], [null]])(
    "is not changed by %j",
    async (input) => {
      expect(await changeRole(home, input)).toMatchObject({ ok: false, code: "invalid" });
    },
  );

  it("of a stranger, or of another workspace's member, is nobody's", async () => {
    const other = await makeTestWorkspace(test.db, "Other");
    const theirs = await makeTestMember(test.db, other.workspaceId, "viewer");
    for (const userId of [theirs.actor, randomUUID()]) {
      expect(await changeRole(home, { userId, role: "admin" })).toMatchObject({
        code: "not_found",
      });
      expect(await removeMember(home, userId)).toMatchObject({ code: "not_found" });
    }
    expect(await removeMember({ ...home, workspaceId: other.workspaceId }, theirs.actor)).toEqual({
      ok: false,
      code: "not_found",
      message: "You are no longer in this workspace.",
    });
  });
});

describe("the last owner", () => {
  it("cannot leave, be removed or be demoted, with whatever members", async () => {
    await bring("admin");
    for (const refusal of [
      await leaveWorkspace(home),
      await removeMember(home, home.actor),
      await changeRole(home, { userId: home.actor, role: "admin" }),
    ]) {
      expect(refusal).toMatchObject({ ok: false, code: "conflict" });
      expect(refusal.ok ? "" : refusal.message).toContain("last owner");
    }
    expect(await owners()).toHaveLength(1);
  });

  it("is one of two who demote each other at once", async () => {
    const second = await bring("owner");
    const answers = await Promise.all([
      changeRole(home, { userId: second.actor, role: "viewer" }),
      changeRole(second, { userId: home.actor, role: "viewer" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await owners()).toHaveLength(1);
  });

  it("is one of five who all leave, step down and remove each other at once", async () => {
    const others = await Promise.all(Array.from({ length: 4 }, () => bring("owner")));
    const all = [home, ...others];
    await Promise.all(
      all.flatMap((one, place) => [
        changeRole(one, { userId: one.actor, role: "viewer" }),
        leaveWorkspace(one),
        removeMember(one, all[(place + 1) % all.length]?.actor),
      ]),
    );
    expect(await owners()).toHaveLength(1);
  });
});

describe("who is removed or leaves", () => {
  it("is out, with their invitations, and the log tells removing from leaving", async () => {
    const [removed, leaving] = [await bring("admin"), await bring("reviewer")];
    const invitation = await createInvitation(removed, { role: "admin" });
    expect(await removeMember(home, removed.actor)).toMatchObject({ ok: true });
    expect(await leaveWorkspace(leaving)).toMatchObject({ ok: true });
    expect([...(await rolesHere()).keys()]).toEqual([home.actor]);
    expect(await open(invitation)).toMatchObject({ state: "revoked" });
    expect(await deeds("member.remove")).toMatchObject([
      { actor: home.actor, subject: removed.actor, detail: { role: "admin", invitationsEnded: 1 } },
    ]);
    expect(await deeds("member.leave")).toMatchObject([
      { actor: leaving.actor, subject: leaving.actor },
    ]);
    expect(await leaveWorkspace(leaving)).toMatchObject({ ok: false, code: "not_found" });
  });
});

describe("an external rater", () => {
  async function makeRater(name: string, kind: "external" | "reference" = "external") {
    const id = randomUUID();
    await test.db.insert(raters).values({ workspaceId: home.workspaceId, id, kind, name });
    return id;
  }

  it("is listed with a count, and renamed by an admin", async () => {
    const id = await makeRater("R. Iyer");
    await makeRater("the reading", "reference");
    const admin = await bring("admin");
    expect(await renameRater(admin, { id, name: " Ravi Iyer " })).toMatchObject({ ok: true });
    expect(await listExternalRaters(test.db, home.workspaceId)).toEqual([
      { id, name: "Ravi Iyer", labels: 0, lastLabelDay: null },
    ]);
    expect(await deeds("rater.rename")).toMatchObject([
      { subject: id, detail: { from: "R. Iyer", to: "Ravi Iyer" } },
    ]);
  });

  it("keeps a name of their own, and only an external rater has one to change", async () => {
    const [id, reading] = [await makeRater("A"), await makeRater("reading", "reference")];
    await makeRater("B");
    expect(await renameRater(home, { id, name: "B" })).toMatchObject({ code: "conflict" });
    expect(await renameRater(home, { id: reading, name: "C" })).toMatchObject({
      code: "not_found",
    });
    const other = await makeTestWorkspace(test.db, "Other");
    expect(await renameRater(other, { id, name: "C" })).toMatchObject({ code: "not_found" });
    expect(await renameRater(await bring("reviewer"), { id, name: "C" })).toMatchObject({
      code: "forbidden",
    });
    expect(await renameRater(home, { id, name: " " })).toMatchObject({ code: "invalid" });
  });
});

describe("the list of people", () => {
  it("says who is here as what, since when, by when they came", async () => {
    const viewer = await bring("viewer");
    const people = await listPeople(test.db, home.workspaceId);
    expect(people.map(({ userId, role }) => [userId, role])).toEqual([
      [home.actor, "owner"],
      [viewer.actor, "viewer"],
    ]);
    expect(people[1]).toMatchObject({ labels: 0, lastLabelDay: null });
    expect(Date.parse(people[1]?.since ?? "")).toBeGreaterThan(0);
  });
});
