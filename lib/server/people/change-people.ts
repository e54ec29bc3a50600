import type { Transaction } from "@/db/client";
import { lockPeople } from "@/db/commands/lock-people";
import { getMember } from "@/db/queries/people/get-member";
import { refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership, type Role } from "@/lib/server/gate";

/** Who changes people: their role is read anew, under the lock. */
export type Changer = Pick<Membership, "workspaceId" | "actor">;

/**
 * Runs a change of a workspace's people while no other runs, with the role that the actor has by
 * then: of two owners who demote each other at once, the second is an owner no more.
 *
 * @param needed.what what is being done, for the refusal
 */
export async function changePeople<T>(
  { workspaceId, actor }: Changer,
  needed: { role: Role; what: string },
  change: (tx: Transaction, role: Role) => Promise<Result<T>>,
): Promise<Result<T>> {
  return getDatabase().transaction(async (tx): Promise<Result<T>> => {
    await lockPeople(tx, workspaceId);
    const changer = await getMember(tx, workspaceId, actor);
    if (!changer) return refused("not_found", "You are no longer in this workspace.");
    if (!mayAct(changer.role, needed.role)) {
      const { role, what } = needed;
      return refused("forbidden", `${what} needs the role ${role}; yours is ${changer.role}.`);
    }
    return change(tx, changer.role);
  });
}
