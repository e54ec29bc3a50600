import {
  type Dispatch,
  type SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { z } from "zod";
import { SIGNED_OUT } from "@/lib/accounts/signed-out";
import { Receipt } from "@/lib/imports/receipt";
import { TableSample } from "@/lib/tabular/sample-table";

/** One file on its way. Bytes are those of the file as sent. */
export type Upload = {
  id: string;
  name: string;
  size: number;
  sent: number;
  startedAt: number;
  /** What the server has made of it so far; null before its first word. */
  receipt: Receipt | null;
};

export type UploadEnd =
  | { state: "received"; receipt: Receipt }
  /** With its beginning when it is a table of unknown columns. */
  | {
      state: "refused";
      file: File;
      name: string;
      message: string;
      table: TableSample | null;
      signedOut: boolean;
    }
  | { state: "cancelled"; id: string; name: string };

/** A file to send, and the saved mapping by which its columns are read. */
type Queued = { file: File; mappingId: string | null };

const WATCH_EVERY_MS = 700;

const Refused = z.object({
  error: z.object({
    code: z.string().default(""),
    message: z.string(),
    table: TableSample.nullable().catch(null).default(null),
  }),
});

/**
 * Sends one file at a time and watches what becomes of it. The body streams from disk; nothing of
 * it is held in memory.
 *
 * @param onEnd told of each file's end, and whether it was the last of those that waited.
 */
export function useUpload(slug: string, onEnd: (end: UploadEnd, isLast: boolean) => void) {
  const [upload, setUpload] = useState<Upload | null>(null);
  const [waiting, setWaiting] = useState(0);
  const queue = useRef<Queued[]>([]);
  const request = useRef<XMLHttpRequest | null>(null);
  useWatch(slug, upload?.id ?? null, setUpload);

  const add = useCallback(
    (files: readonly File[], mappingId: string | null = null) => {
      queue.current.push(...files.map((file) => ({ file, mappingId })));
      setWaiting(queue.current.length);
      const sendNext = () => {
        const next = queue.current.shift();
        setWaiting(queue.current.length);
        request.current = next ? send(slug, next, setUpload, onFileEnd) : null;
      };
      const onFileEnd = (end: UploadEnd) => {
        onEnd(end, queue.current.length === 0);
        sendNext();
      };
      if (request.current === null) sendNext();
    },
    [slug, onEnd],
  );

  const cancel = useCallback(() => request.current?.abort(), []);
  return { upload, waiting, add, cancel };
}

type SetUpload = Dispatch<SetStateAction<Upload | null>>;

/** Asks for the receipt while a file is under way, and warns who would close the page. */
function useWatch(slug: string, id: string | null, setUpload: SetUpload): void {
  useEffect(() => {
    if (id === null) return undefined;
    const timer = window.setInterval(async () => {
      const receipt = await fetchReceipt(slug, id);
      if (receipt) setUpload((now) => (now?.id === id ? { ...now, receipt } : now));
    }, WATCH_EVERY_MS);
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("beforeunload", warn);
    };
  }, [slug, id, setUpload]);
}

function send(
  slug: string,
  { file, mappingId }: Queued,
  setUpload: SetUpload,
  onEnd: (end: UploadEnd) => void,
): XMLHttpRequest {
  const { name, size } = file;
  const id = crypto.randomUUID();
  const xhr = new XMLHttpRequest();
  setUpload({ id, name, size, sent: 0, startedAt: Date.now(), receipt: null });
  xhr.upload.addEventListener("progress", (event) =>
    setUpload((now) => (now?.id === id ? { ...now, sent: event.loaded } : now)),
  );
  xhr.addEventListener("loadend", () => {
    setUpload(null);
    onEnd(endOf(xhr, id, file));
  });
  const query = new URLSearchParams({ name, import: id });
  if (mappingId !== null) query.set("mapping", mappingId);
  xhr.open("POST", `/w/${slug}/imports/upload?${query}`);
  xhr.send(file);
  return xhr;
}

async function fetchReceipt(slug: string, id: string): Promise<Receipt | null> {
  const answer = await fetch(`/w/${slug}/imports/${id}/progress`).catch(() => null);
  if (!answer?.ok) return null;
  const parsed = Receipt.safeParse(await answer.json());
  return parsed.success ? parsed.data : null;
}

function endOf(xhr: XMLHttpRequest, id: string, file: File): UploadEnd {
  const { name } = file;
  if (xhr.status === 0) return { state: "cancelled", id, name };
  const answer = parseJson(xhr.responseText);
  const receipt = Receipt.safeParse(answer);
  if (receipt.success) return { state: "received", receipt: receipt.data };
  const refused = Refused.safeParse(answer);
  if (refused.success) {
    const { code, message, table } = refused.data.error;
    const signedOut = code === "signed_out";
    const told = signedOut ? `${SIGNED_OUT} Then send the file again.` : message;
    return { state: "refused", file, name, message: told, table, signedOut };
  }
  const message = `The server answered with status ${xhr.status} and no receipt. Its log says why.`;
  return { state: "refused", file, name, message, table: null, signedOut: false };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
