import {
  type Dispatch,
  type SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { Receipt } from "@/lib/imports/receipt";

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
  | { state: "refused"; name: string; message: string }
  | { state: "cancelled"; id: string; name: string };

const WATCH_EVERY_MS = 700;

/**
 * Sends one file at a time and watches what becomes of it. The body streams from disk; nothing of
 * it is held in memory.
 *
 * @param onEnd told of each file's end, and whether it was the last of those that waited.
 */
export function useUpload(slug: string, onEnd: (end: UploadEnd, isLast: boolean) => void) {
  const [upload, setUpload] = useState<Upload | null>(null);
  const [waiting, setWaiting] = useState(0);
  const queue = useRef<File[]>([]);
  const request = useRef<XMLHttpRequest | null>(null);
  useWatch(slug, upload?.id ?? null, setUpload);

  const add = useCallback(
    (files: readonly File[]) => {
      queue.current.push(...files);
      setWaiting(queue.current.length);
      const sendNext = () => {
        const file = queue.current.shift();
        setWaiting(queue.current.length);
        request.current = file ? send(slug, file, setUpload, onFileEnd) : null;
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
  file: File,
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
    onEnd(endOf(xhr, id, name));
  });
  xhr.open("POST", `/w/${slug}/imports/upload?${new URLSearchParams({ name, import: id })}`);
  xhr.send(file);
  return xhr;
}

async function fetchReceipt(slug: string, id: string): Promise<Receipt | null> {
  const answer = await fetch(`/w/${slug}/imports/${id}/progress`).catch(() => null);
  if (!answer?.ok) return null;
  const parsed = Receipt.safeParse(await answer.json());
  return parsed.success ? parsed.data : null;
}

function endOf(xhr: XMLHttpRequest, id: string, name: string): UploadEnd {
  if (xhr.status === 0) return { state: "cancelled", id, name };
  const answer = parseJson(xhr.responseText);
  const receipt = Receipt.safeParse(answer);
  if (receipt.success) return { state: "received", receipt: receipt.data };
  const message =
    typeof answer === "object" && answer !== null && "error" in answer
      ? String((answer.error as { message?: unknown }).message)
      : `The server answered with status ${xhr.status} and no receipt. Its log says why.`;
  return { state: "refused", name, message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
