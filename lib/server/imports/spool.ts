import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UnreadableFileError } from "@/lib/formats/unreadable-file";

/** A file that must be kept on disk while it is read may be so large, unpacked. */
const MOST_BYTES = 4 * 1024 * 1024 * 1024;

/**
 * Keeps a stream in a file of its own while it is read from there. The file is deleted afterwards,
 * also when reading fails or is given up.
 *
 * @throws UnreadableFileError when the stream is larger than 4 GiB
 */
export async function* withSpooled<T>(
  chunks: AsyncIterable<Uint8Array>,
  read: (path: string) => AsyncGenerator<T>,
): AsyncGenerator<T, void, undefined> {
  const folder = await mkdtemp(join(tmpdir(), "assay-upload-"));
  try {
    const path = join(folder, "file");
    await write(chunks, path);
    yield* read(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(chunks: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > MOST_BYTES)
        throw new UnreadableFileError(
          `The file is larger than ${MOST_BYTES / 1024 ** 3} GiB, which is the most for its kind. Split it.`,
        );
      await handle.write(chunk);
    }
  } finally {
    await handle.close();
  }
}
