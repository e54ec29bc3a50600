"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { DropZone } from "@/components/imports/drop-zone";
import { ImportTable } from "@/components/imports/import-table";
import { UploadProgress } from "@/components/imports/upload-progress";
import { Page } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import type { Receipt } from "@/lib/imports/receipt";
import { ClientDoor } from "./_components/client-door";
import { useRefreshWhile } from "./use-refresh-while";
import { type UploadEnd, useUpload } from "./use-upload";

type Trouble = { name: string; message: string };

export function ImportsScreen(props: {
  slug: string;
  address: string;
  mayImport: boolean;
  receipts: Receipt[];
  next: string | null;
}) {
  const router = useRouter();
  const base = `/w/${props.slug}/imports`;
  const [troubles, setTroubles] = useState<Trouble[]>([]);
  const onEnd = useCallback(
    (end: UploadEnd, isLast: boolean) => {
      if (end.state === "refused") setTroubles((now) => [...now, end]);
      if (end.state === "cancelled") setTroubles((now) => [...now, cancelled(end.name)]);
      // leaving this page would drop the files that still wait
      if (end.state === "received" && isLast) router.push(`${base}/${end.receipt.import}`);
      router.refresh();
    },
    [router, base],
  );
  const { upload, waiting, add, cancel } = useUpload(props.slug, onEnd);
  const onFiles = useCallback(
    (files: File[]) => {
      setTroubles([]);
      add(files);
    },
    [add],
  );
  useRefreshWhile(props.receipts.some(isBeingRead));
  return (
    <Page crumbs={[{ label: "Imports" }]}>
      {props.mayImport ? <DropZone onFiles={onFiles} busy={upload !== null} /> : null}
      {upload ? <UploadProgress upload={upload} waiting={waiting} onCancel={cancel} /> : null}
      {troubles.map((trouble) => (
        <Alert key={`${trouble.name} ${trouble.message}`} tone="error" title={trouble.name}>
          {trouble.message}
        </Alert>
      ))}
      <ClientDoor
        slug={props.slug}
        address={props.address}
        base={base}
        mayMake={props.mayImport}
        openByDefault={props.receipts.length === 0}
      />
      <ImportTable
        base={base}
        address={props.address}
        receipts={props.receipts}
        next={props.next}
      />
    </Page>
  );
}

/** A file that the server still reads; the open day of a key's stream is no such thing. */
const isBeingRead = (receipt: Receipt): boolean =>
  receipt.state === "running" && receipt.bytes.total !== null;

const cancelled = (name: string): Trouble => ({
  name,
  message:
    "The upload ended before the file did. Its receipt below says what was read and kept; send the file again to go on.",
});
