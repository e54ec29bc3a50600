import type { Transaction } from "@/db/client";
import { lockDeletion } from "@/db/commands/lock-deletion";
import { writeAudit } from "@/db/commands/write-audit";
import {
  findExternalRaters,
  findLabelIds,
  getNewestCodebook,
  listStandingImports,
  lockLabelImport,
  writeImportedLabels,
} from "@/db/commands/write-imported-labels";
import { findNamedCalls } from "@/db/queries/labelling/find-named-calls";
import type { RowId, WorkspaceId } from "@/lib/ids";
import {
  type ImportedLabel,
  type LabelLine,
  type LabelReceipt,
  parseLabelLines,
  type RefusedLine,
  REFUSALS_TOLD,
} from "@/lib/labelling/imported-label";
import { ok, refused, type Result } from "@/lib/result";
import { getDatabase } from "@/lib/server/database";
import { makeKeyedDigest } from "@/lib/server/digest";
import type { KeyHolder } from "@/lib/server/gate";
import { readBody } from "@/lib/server/spans/read-body";

/** So many labels come in one body. */
const MOST_LINES = 100_000;

type Holder = Pick<KeyHolder, "workspaceId" | "actor">;
type Found = LabelLine & { callId: RowId; itemId: RowId | null };

/** Takes labels made elsewhere: JSON Lines, gzip by header or by its own first bytes. */
export async function receiveLabels(
  holder: Holder,
  request: Request,
): Promise<Result<LabelReceipt>> {
  const body = await readBody(request);
  return body.ok ? importLabels(holder, body.value.bytes.toString("utf8")) : body;
}

/**
 * Stores labels that people outside gave, as labels of external raters: they fill no slot and settle
 * no item. The same words of the same reviewer on the same call are known however often they come;
 * other words replace the reviewer's earlier ones. A bad line is refused by its number, the others go in.
 */
export async function importLabels(holder: Holder, text: string): Promise<Result<LabelReceipt>> {
  const { labels, refused: misread } = parseLabelLines(text);
  const lines = labels.length + misread.length;
  if (lines === 0) {
    return refused("invalid", "There is no line. Send one JSON object a line, each a label.");
  }
  if (lines > MOST_LINES) {
    return refused("too_large", `Send at most ${MOST_LINES} lines at once; these are ${lines}.`);
  }
  return getDatabase().transaction(async (tx) => {
    const { workspaceId, actor } = holder;
    await lockDeletion(tx, workspaceId, "shared");
    await lockLabelImport(tx, workspaceId);
    const codebook = await getNewestCodebook(tx, workspaceId);
    const digits = new Set(codebook.content.reasons.map(({ digit }) => digit));
    const { found, unfit } = await findCalls(tx, workspaceId, labels, (label) =>
      reasonsUnknown(label, digits, codebook.version),
    );
    const names = found.map(({ label }) => label.reviewer);
    const { ids: raterIds, made } = await findExternalRaters(tx, workspaceId, names);
    const said = await write(tx, workspaceId, { found, raterIds, codebookId: codebook.id });
    const refusals = [...misread, ...unfit].toSorted((a, b) => a.line - b.line);
    const counts = { lines, labels: said, refused: refusals.length, reviewers: { new: made } };
    await writeAudit(tx, workspaceId, {
      actor,
      action: "label.import",
      subject: codebook.id,
      detail: counts,
    });
    const told = refusals.slice(0, REFUSALS_TOLD);
    return ok({ ...counts, codebook_version: codebook.version, refusals: told });
  });
}

async function findCalls(
  tx: Transaction,
  workspaceId: WorkspaceId,
  lines: readonly LabelLine[],
  whyUnfit: (label: ImportedLabel) => string | null,
): Promise<{ found: Found[]; unfit: RefusedLine[] }> {
  const names = lines.map(({ label }) => ({
    callId: label.call_id ?? null,
    traceId: label.trace_id ?? null,
    spanId: label.span_id ?? null,
  }));
  const calls = await findNamedCalls(tx, workspaceId, names);
  const found: Found[] = [];
  const unfit: RefusedLine[] = [];
  for (const [index, line] of lines.entries()) {
    const call = calls.get(index);
    const reason = call ? whyUnfit(line.label) : "There is no such call in this workspace.";
    if (call && reason === null) found.push({ ...line, ...call });
    else unfit.push({ line: line.line, reason: reason ?? "" });
  }
  return { found, unfit };
}

const reasonsUnknown = (
  { reasons }: ImportedLabel,
  digits: ReadonlySet<number>,
  version: number,
): string | null => {
  const unknown = reasons.filter((digit) => !digits.has(digit));
  if (unknown.length === 0) return null;
  return `Codebook version ${version} has no reason ${unknown.join(", ")}.`;
};

const digest = makeKeyedDigest("assay imported label");

async function write(
  tx: Transaction,
  workspaceId: WorkspaceId,
  given: { found: readonly Found[]; raterIds: ReadonlyMap<string, RowId>; codebookId: RowId },
): Promise<LabelReceipt["labels"]> {
  const lines = given.found.map((line) => ({ ...line, id: idOf(workspaceId, line) }));
  const stored = await findLabelIds(
    tx,
    workspaceId,
    lines.map(({ id }) => id),
  );
  const standing = await listStandingImports(tx, workspaceId, {
    raterIds: [...given.raterIds.values()],
    callIds: [...new Set(lines.map(({ callId }) => callId))],
  });
  const last = new Map(standing.map(({ id, raterId, callId }) => [`${raterId} ${callId}`, id]));
  const rows = [];
  for (const { id, label, callId, itemId } of lines) {
    const raterId = given.raterIds.get(label.reviewer) ?? "";
    if (stored.has(id)) continue;
    stored.add(id);
    const supersedes = last.get(`${raterId} ${callId}`) ?? null;
    last.set(`${raterId} ${callId}`, id);
    const { verdict, reasons, note } = label;
    const { codebookId } = given;
    rows.push({ id, callId, itemId, raterId, codebookId, verdict, reasons, note, supersedes });
  }
  await writeImportedLabels(tx, workspaceId, rows);
  return {
    new: rows.length,
    known: lines.length - rows.length,
    replacing: rows.filter((row) => row.supersedes !== null).length,
  };
}

/** The same words have the same id. */
const idOf = (workspaceId: WorkspaceId, { callId, label }: Found): RowId =>
  digest(workspaceId, callId, label.reviewer, label.verdict, label.reasons.join(), label.note);
