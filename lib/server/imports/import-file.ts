import { randomUUID } from "node:crypto";
import { writeAudit } from "@/db/commands/write-audit";
import { closeImport, openImport, type ImportRow } from "@/db/commands/write-import";
import { cutText } from "@/lib/cut-text";
import type { FileFormat } from "@/lib/formats/detect";
import { UnreadableFileError } from "@/lib/formats/unreadable-file";
import type { RowId, WorkspaceId } from "@/lib/ids";
import type { Receipt } from "@/lib/imports/receipt";
import { ok, refused, type Result } from "@/lib/result";
import { openRedactor } from "@/lib/server/curation/open-redactor";
import { getDatabase } from "@/lib/server/database";
import { SpanWriter } from "@/lib/server/spans/span-writer";
import { takeTurns } from "@/lib/server/take-turns";
import { BatchWriter } from "./batch-writer";
import { takeRecords } from "./choose-format";
import { chooseReading, type Unread } from "./choose-reading";
import { BrokenGzipError, inflate } from "./inflate";
import { keepBeating } from "./keep-beating";
import { type OpenedFile, openRecords } from "./open-records";
import { toReceipt } from "./to-receipt";

export type ImportFileInput = {
  workspaceId: WorkspaceId;
  /** As the audit log names them; the caller has proved that they may. */
  actor: string;
  name: string;
  source: ImportRow["source"];
  /** Made by the client when it wants to watch the import while it runs. */
  importId?: RowId | undefined;
  /** A format's id, or nothing to let the file tell. */
  formatId?: string | undefined;
  /** Id or name of a saved mapping, for a table of other columns than ours. */
  mapping?: string | undefined;
  /** Bytes of the file as sent, if the sender said. */
  bytesTotal: number | null;
  /** Milliseconds between two heartbeats; 20 seconds unless told. */
  beatMs?: number;
  body: AsyncIterable<Uint8Array>;
};

/** Who writes the file's records: known once its format is. */
type Run = { writer: BatchWriter | SpanWriter };

/** The sender went away, or took its request back. */
class SourceGoneError extends Error {}

/**
 * Reads a file of traces, record by record, and stores its calls in batches. Memory stays flat
 * whatever the size. Each batch and its counts are one transaction, so that a receipt is exact
 * when the sender cancels, the file breaks off, or the server dies.
 *
 * @returns the receipt, also of a cancelled import; a refusal when nothing of the file was kept,
 *   with the beginning of a table whose columns nobody knows.
 */
export async function importFile(
  input: ImportFileInput,
): Promise<{ ok: true; value: Receipt } | Unread> {
  const { workspaceId, actor, name, source, bytesTotal } = input;
  const id = input.importId ?? randomUUID();
  const redactor = await openRedactor(workspaceId);
  const opened = await getDatabase().transaction(async (tx) => {
    const row = await openImport(tx, {
      workspaceId,
      id,
      name: cutText(redactor.text(name).text, 200),
      source,
      state: "running",
      bytesTotal,
      createdBy: actor,
    });
    if (row) await writeAudit(tx, workspaceId, { actor, action: "import.start", subject: id });
    return row;
  });
  if (!opened) return refused("conflict", `There is already an import with the id ${id}.`);
  const begun = new BatchWriter(workspaceId, id, redactor);
  const run: Run = { writer: begun };
  const stopBeating = keepBeating(workspaceId, id, input.beatMs);
  try {
    const unread = await readFile(input, begun, run);
    if (unread === null) return await finish(input, run.writer, "done", null);
    const ended = await finish(input, run.writer, "refused", unread.message);
    return ended.ok || !unread.table ? ended : { ...ended, table: unread.table };
  } catch (error) {
    if (run.writer instanceof BatchWriter) await run.writer.settle();
    const end = await breakOff(error, run.writer);
    const closed = await finish(input, run.writer, end.state, end.problem);
    if (end.isOurs) throw error;
    return closed;
  } finally {
    await stopBeating();
  }
}

/** Reads it all; what comes back is why the file was refused as a whole, or null. */
async function readFile(
  input: ImportFileInput,
  begun: BatchWriter,
  run: Run,
): Promise<Unread | null> {
  const counted = countBytes(input.body, (bytes) => run.writer.receive(bytes));
  const opened = await openRecords(inflate(counted), begun.clean);
  if (!opened.ok) return opened;
  try {
    return await readOpened(opened.value, input, begun, run);
  } catch (error) {
    if (error instanceof UnreadableFileError) return refused("invalid", error.message);
    throw error;
  } finally {
    // what is given up before its end lets go of what it holds, such as a file on disk
    await opened.value.records.return();
  }
}

async function readOpened(
  { container, records }: OpenedFile,
  input: ImportFileInput,
  begun: BatchWriter,
  run: Run,
): Promise<Unread | null> {
  const first = await takeRecords(records);
  const choice = await chooseReading(first, input, container);
  if (!choice.ok) return choice;
  const { format, note } = choice.value;
  if (note !== null) begun.warn(note);
  const writer = writerOf(format, begun);
  run.writer = writer;
  for (const record of first) await writer.add(record);
  for await (const record of takeTurns(records)) await writer.add(record);
  await writer.flush();
  return null;
}

function writerOf(format: FileFormat, begun: BatchWriter): Run["writer"] {
  if ("read" in format) {
    begun.format = format;
    return begun;
  }
  const { workspaceId, importId, redactor } = begun;
  const { bytesReceived } = begun.end();
  return new SpanWriter({ workspaceId, importId, redactor, bytesReceived }, format);
}

async function finish(
  input: ImportFileInput,
  writer: Run["writer"],
  state: ImportRow["state"],
  why: string | null,
): Promise<Result<Receipt>> {
  const { workspaceId, actor } = input;
  const problem = why && writer.clean(why);
  const row = await getDatabase().transaction(async (tx) => {
    const closed = await closeImport(tx, workspaceId, writer.importId, {
      state,
      problem,
      ...writer.end(),
    });
    const { records, callsNew } = closed;
    const detail = { state, records, callsNew };
    await writeAudit(tx, workspaceId, {
      actor,
      action: "import.finish",
      subject: closed.id,
      detail,
    });
    return closed;
  });
  return state === "refused" ? refused("invalid", problem ?? "") : ok(toReceipt(row));
}

/** How an import ends that did not come to its end. */
async function breakOff(error: unknown, writer: Run["writer"]) {
  if (error instanceof SourceGoneError) {
    return { state: "cancelled" as const, problem: CANCELLED, isOurs: false };
  }
  if (error instanceof BrokenGzipError) {
    if (writer.isEmpty) return { state: "refused" as const, problem: error.message, isOurs: false };
    await writer.flush();
    const problem = `${error.message} The records before the damage are counted here and kept.`;
    return { state: "interrupted" as const, problem, isOurs: false };
  }
  return { state: "interrupted" as const, problem: FAILED, isOurs: true };
}

const CANCELLED =
  "The upload was cancelled before its end. What is counted here is kept; send the file again to go on, what is already here is known.";
const FAILED =
  "Something went wrong on the server. What is counted here is kept; send the file again.";

async function* countBytes(body: AsyncIterable<Uint8Array>, count: (bytes: number) => void) {
  try {
    for await (const chunk of body) {
      count(chunk.length);
      yield chunk;
    }
  } catch (cause) {
    throw new SourceGoneError("the sender went away", { cause });
  }
}
