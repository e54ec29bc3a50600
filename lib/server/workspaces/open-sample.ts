import { Readable } from "node:stream";
import { deleteSomeOfWorkspace, deleteWorkspace } from "@/db/commands/delete-workspace";
import { lockSample } from "@/db/commands/lock-sample";
import { writeAudit } from "@/db/commands/write-audit";
import { listWorkspaces } from "@/db/queries/workspaces/list-workspaces";
import type { WorkspaceId } from "@/lib/ids";
import { ok, type Result } from "@/lib/result";
import { sampleWorkload } from "@/lib/sample-workload/sample-workload";
import { getDatabase } from "@/lib/server/database";
import type { User } from "@/lib/server/gate";
import { importFile } from "@/lib/server/imports/import-file";
import { createDraw } from "@/lib/server/labelling/create-draw";
import { createWorkspace } from "./create-workspace";
import { labelSample } from "./label-sample";

const NAME = "Sample support agent";

/** The sample is the same everywhere and at any time: its runs end on this day. */
const WORKLOAD = { seed: "assay sample 1", until: new Date("2026-11-01T00:00:00Z") };
/** So many rows of a sample that could not be filled go in one statement. */
const ROWS_AT_ONCE = 10_000;
const DRAW = { seed: "20261101", perCluster: 60, maxPerTrace: 3 };

/**
 * Opens the person's sample workspace, and makes it the first time: traces of an invented support
 * agent, a draw, and the labels of three sample raters. It goes through the same verbs as a
 * team's own traces. When a step fails, nothing of it stays.
 */
export async function openSample(user: User): Promise<Result<{ slug: string }>> {
  const claimed = await claimSample(user);
  if (!claimed.ok) return claimed;
  const { slug, made: id } = claimed.value;
  if (id === null) return ok({ slug });
  try {
    const filled = await fillSample(id, user);
    if (filled.ok) return ok({ slug });
    await removeSample(id, user);
    return filled;
  } catch (error) {
    await removeSample(id, user);
    throw error;
  }
}

/** The sample's address, and its id when it was made just now and has to be filled. */
type Claimed = { slug: string; made: WorkspaceId | null };

/** The person's sample workspace, made if there is none; of two tabs at once the second waits. */
function claimSample(user: User): Promise<Result<Claimed>> {
  return getDatabase().transaction(async (tx): Promise<Result<Claimed>> => {
    await lockSample(tx, user.id);
    const before = await listWorkspaces(tx, user.id);
    const there = before.find((workspace) => workspace.sample);
    if (there) return ok({ slug: there.slug, made: null });
    const made = await createWorkspace(user, { name: NAME }, { isSample: true, executor: tx });
    return made.ok ? ok({ slug: made.value.slug, made: made.value.id }) : made;
  });
}

async function fillSample(workspaceId: WorkspaceId, user: User): Promise<Result<null>> {
  const actor = user.id;
  const imported = await importFile({
    workspaceId,
    actor,
    name: "sample-support-agent.jsonl",
    source: "sample",
    bytesTotal: null,
    body: Readable.from(sampleLines()),
  });
  if (!imported.ok) return imported;
  const drawn = await createDraw({ workspaceId, role: "owner", actor }, DRAW);
  if (!drawn.ok) return drawn;
  await labelSample(workspaceId, drawn.value.id);
  return ok(null);
}

function* sampleLines(): Generator<Buffer> {
  for (const record of sampleWorkload(WORKLOAD)) yield Buffer.from(`${JSON.stringify(record)}\n`);
}

async function removeSample(id: WorkspaceId, user: User): Promise<void> {
  await getDatabase().transaction(async (tx) => {
    // what points to other rows goes first: the database refuses to delete the workspace before
    while ((await deleteSomeOfWorkspace(tx, id, ROWS_AT_ONCE)) !== null);
    await deleteWorkspace(tx, id);
    const detail = { name: NAME, reason: "it could not be filled" };
    await writeAudit(tx, id, { actor: user.id, action: "workspace.delete", subject: id, detail });
  });
}
