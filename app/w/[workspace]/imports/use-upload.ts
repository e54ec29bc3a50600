import { useCallback, useEffect, useRef, useState } from "react";
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
 */
export function useUpload(slug: string, onEnd: (end: UploadEnd) => void) {
  const [upload, setUpload] = useState<Upload | null>(null);
  const request = useRef<XMLHttpRequest | null>(null);
  const id = upload?.id ?? null;

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
  }, [slug, id]);

  const start = useCallback(
    (file: File) => {
      const importId = crypto.randomUUID();
      const xhr = new XMLHttpRequest();
      request.current = xhr;
      setUpload({
        id: importId,
        name: file.name,
        size: file.size,
        sent: 0,
        startedAt: Date.now(),
        receipt: null,
      });
      xhr.upload.addEventListener("progress", (event) =>
        setUpload((now) => (now?.id === importId ? { ...now, sent: event.loaded } : now)),
      );
      xhr.addEventListener("loadend", () => {
        setUpload(null);
        onEnd(endOf(xhr, importId, file.name));
      });
      const query = new URLSearchParams({ name: file.name, import: importId });
      xhr.open("POST", `/w/${slug}/imports/upload?${query}`);
      xhr.send(file);
    },
    [slug, onEnd],
  );

  const cancel = useCallback(() => request.current?.abort(), []);
  return { upload, start, cancel };
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
