import type { Clean } from "@/lib/formats/excerpt";
import { parseRecord } from "@/lib/formats/parse-record";
import type { Piece } from "@/lib/formats/piece";
import type { RawRecord } from "@/lib/formats/raw-record";
import { SharedMessages } from "@/lib/formats/shared-messages";
import { RecordSplitter } from "@/lib/formats/split-records";

/**
 * The records of a file that is JSONL, a JSON array, or JSON documents one after the other
 * (pretty-printed or not). Every piece between two records ends as a record or as a refusal with
 * its line; one bad record does not lose the others. Memory stays near one record, whatever the
 * size of the file. How the bytes are cut into chunks never changes what is read.
 *
 * Messages that a record has in common with one shortly before it are the same objects in both.
 * Of duplicate keys in one object the last wins, as in JSON.parse. Excerpts of what could not be
 * read are cleaned before they are cut.
 */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  clean?: Clean,
): AsyncGenerator<RawRecord, void, undefined> {
  const splitter = new RecordSplitter();
  const shared = new SharedMessages();
  let ordinal = 0;
  const numbered = (piece: Piece): RawRecord => ({
    ordinal: ++ordinal,
    line: piece.line,
    bytesRead: splitter.bytesRead,
    ...parseRecord(piece, clean, shared.parse),
  });
  for await (const chunk of chunks) {
    for (const piece of splitter.push(chunk)) yield numbered(piece);
  }
  for (const piece of splitter.end()) yield numbered(piece);
}
