import { useCallback, useRef, useState } from "react";
import type { Receipt } from "@/lib/imports/receipt";
import type { TableSample } from "@/lib/tabular/sample-table";
import { type UploadEnd, useUpload } from "./use-upload";

/** A file that was not imported. */
type Trouble = { id: string; name: string; message: string; signedOut?: boolean };
/** A table whose columns nobody knows; the browser keeps the file until they are mapped. */
export type Unmapped = { key: string; file: File; table: TableSample };

/**
 * Sends files one after the other; keeps what went wrong, and tables that have to be mapped.
 *
 * @param onEnded a file has come to its end; its receipt is given when nothing else is open here
 */
export function useFileQueue(slug: string, onEnded: (last: Receipt | null) => void) {
  const [troubles, setTroubles] = useState<Trouble[]>([]);
  const [unmapped, setUnmapped] = useState<Unmapped[]>([]);
  const unmappedCount = useRef(0);
  const onEnd = useCallback(
    (end: UploadEnd, isLast: boolean) => {
      if (end.state === "refused" && end.table) {
        const one = { key: crypto.randomUUID(), file: end.file, table: end.table };
        unmappedCount.current += 1;
        setUnmapped((now) => [...now, one]);
      } else if (end.state === "refused") setTroubles((now) => [...now, troubleOf(end)]);
      if (end.state === "cancelled") setTroubles((now) => [...now, cancelled(end.name)]);
      // leaving the page would drop the files that still wait
      const mayLeave = isLast && unmappedCount.current === 0;
      onEnded(end.state === "received" && mayLeave ? end.receipt : null);
    },
    [onEnded],
  );
  const { upload, waiting, add, cancel } = useUpload(slug, onEnd);
  const send = useCallback(
    (files: File[]) => {
      setTroubles([]);
      add(files);
    },
    [add],
  );
  const dismiss = (id: string) => setTroubles((now) => now.filter((one) => one.id !== id));
  /** The table is settled: sent again with a mapping, or left out. */
  const settle = ({ key, file }: Unmapped, mappingId: string | null) => {
    unmappedCount.current -= 1;
    setUnmapped((now) => now.filter((one) => one.key !== key));
    if (mappingId !== null) add([file], mappingId);
  };
  return { upload, cancel, waiting, troubles, dismiss, unmapped, send, settle };
}

type Refused = Extract<UploadEnd, { state: "refused" }>;

const troubleOf = ({ name, message, signedOut }: Refused): Trouble => ({
  id: crypto.randomUUID(),
  name,
  message,
  signedOut,
});

const cancelled = (name: string): Trouble => ({
  id: crypto.randomUUID(),
  name,
  message:
    "The upload ended before the file did. Its receipt below says what was read and kept; send the file again to go on.",
});
