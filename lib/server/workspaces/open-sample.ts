import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { listWorkspaces } from "@/db/queries/workspaces/list-workspaces";
import { workspaces } from "@/db/schema";
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
const DRAW = { seed: "20261101", perCluster: 60, maxPerTrace: 3 };

/**
 * Opens the person's sample workspace, and makes it the first time: traces of an invented support
 * agent, a draw, and the labels of three sample raters. It goes through the same verbs as a
 * team's own traces. When a step fails, nothing of it stays.
 */
export async function openSample(user: User): Promise<Result<{ slug: string }>> {
  const before = await listWorkspaces(getDatabase(), user.id);
  const there = before.find((workspace) => workspace.sample);
  if (there) return ok({ slug: there.slug });
  const made = await createWorkspace(user, { name: NAME }, { isSample: true });
  if (!made.ok) return made;
  try {
    const filled = await fillSample(made.value.id, user);
    if (filled.ok) return ok({ slug: made.value.slug });
    await removeWorkspace(made.value.id);
    return filled;
  } catch (error) {
    await removeWorkspace(made.value.id);
    throw error;
  }
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

async function removeWorkspace(id: WorkspaceId): Promise<void> {
  await getDatabase().delete(workspaces).where(eq(workspaces.id, id));
}
