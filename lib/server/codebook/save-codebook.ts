import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import { writeAudit } from "@/db/commands/write-audit";
import { lockNewestCodebook, rewriteCodebook, writeCodebook } from "@/db/commands/write-codebook";
import type { WorkspaceId } from "@/lib/ids";
import { Codebook } from "@/lib/labelling/codebook";
import { CodebookInput } from "@/lib/labelling/codebook-input";
import { diffCodebooks } from "@/lib/labelling/codebook-parts";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { mayAct, type Membership } from "@/lib/server/gate";

export type SavedCodebook = { version: number; saved: "nothing" | "in place" | "new version" };

/**
 * Saves the codebook. The newest version is changed in place while no label uses it; from then on it is
 * frozen, and saving makes a new version. Every version but the first is marked as a change of wording or
 * of meaning against the one before, with a note.
 */
export async function saveCodebook(
  { workspaceId, role, actor }: Pick<Membership, "workspaceId" | "role" | "actor">,
  input: unknown,
): Promise<Result<SavedCodebook>> {
  if (!mayAct(role, "admin")) {
    return refused("forbidden", `Changing the codebook needs the role admin; yours is ${role}.`);
  }
  const parsed = CodebookInput.safeParse(input);
  if (!parsed.success) {
    const said = parsed.error.issues.map(({ path, message }) => `${path.join(" ")}: ${message}`);
    return refused("invalid", said.join(". "));
  }
  return getDatabase().transaction((tx) => save(tx, workspaceId, actor, parsed.data));
}

async function save(
  tx: Transaction,
  workspaceId: WorkspaceId,
  actor: string,
  { base, content, change, note }: CodebookInput,
): Promise<Result<SavedCodebook>> {
  const newest = await lockNewestCodebook(tx, workspaceId);
  if (newest.version !== base) {
    return refused(
      "conflict",
      `Somebody saved version ${newest.version} meanwhile. Reload to see it, then change that one.`,
    );
  }
  const before = Codebook.parse(newest.content);
  const parts = diffCodebooks(before, content).map(({ name }) => name);
  if (parts.length === 0) {
    return ok({ version: base, saved: "nothing" });
  }
  const isFirst = base === 1 && !newest.frozen;
  if (!isFirst && (change === null || note === "")) {
    return refused("invalid", "Say whether wording or meaning changed, and why.");
  }
  if (!newest.frozen) {
    await rewriteCodebook(tx, workspaceId, newest.id, {
      content,
      ...(change === null || isFirst ? {} : { change, changeNote: note }),
    });
    const detail = { version: base, parts, ...(isFirst ? {} : { change, note }) };
    const action = "codebook.rewrite";
    await writeAudit(tx, workspaceId, { actor, action, subject: newest.id, detail });
    return ok({ version: base, saved: "in place" });
  }
  const [id, version] = [randomUUID(), base + 1];
  await writeCodebook(tx, workspaceId, {
    id,
    version,
    change: change ?? "meaning",
    content,
    changeNote: note,
    createdBy: actor,
  });
  const detail = { version, change, note, parts };
  await writeAudit(tx, workspaceId, { actor, action: "codebook.save", subject: id, detail });
  return ok({ version, saved: "new version" });
}
