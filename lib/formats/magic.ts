export type Magic = {
  /** Completes "This …". */
  is: string;
  /** What to do, where there is more to say than what is read. */
  advice?: string;
};

const UTF_8 = "save it as UTF-8";
const UNPACK = "unpack it and send the file inside";

const known: readonly (readonly [start: string, magic: Magic])[] = [
  ["\x89PNG", { is: "is a PNG image" }],
  ["\xff\xd8\xff", { is: "is a JPEG image" }],
  ["GIF8", { is: "is a GIF image" }],
  ["PK\x03\x04", { is: "is a ZIP archive (or an Office file)", advice: UNPACK }],
  ["ARROW1", { is: "is an Arrow file" }],
  ["%PDF", { is: "is a PDF document" }],
  ["SQLite format 3", { is: "is an SQLite database" }],
  ["\x1f\x8b", { is: "is packed with gzip more than once", advice: UNPACK }],
  ["\x28\xb5\x2f\xfd", { is: "is packed with zstd", advice: `${UNPACK}, or pack it with gzip` }],
  ["BZh", { is: "is packed with bzip2", advice: `${UNPACK}, or pack it with gzip` }],
  ["\xfd7zXZ", { is: "is packed with xz", advice: `${UNPACK}, or pack it with gzip` }],
  ["7z\xbc\xaf", { is: "is a 7-Zip archive", advice: UNPACK }],
  ["\x7fELF", { is: "is a program" }],
  ["\xff\xfe\x00\x00", { is: "text is in UTF-32", advice: UTF_8 }],
  ["\xff\xfe", { is: "text is in UTF-16", advice: UTF_8 }],
  ["\xfe\xff", { is: "text is in UTF-16", advice: UTF_8 }],
];

/** What a file is by its first bytes, if it is one of the usual kinds that are not read. */
export function magicOf(head: Uint8Array): Magic | null {
  const start = String.fromCharCode(...head.subarray(0, 16));
  const found = known.find(([mark]) => start.startsWith(mark));
  if (found !== undefined) return found[1];
  const [a, b, c, d] = head;
  const halfEmpty = (a === 0 && b !== 0 && c === 0 && d !== 0) || (b === 0 && d === 0 && a && c);
  return halfEmpty ? { is: "text is in UTF-16 without a mark", advice: UTF_8 } : null;
}
