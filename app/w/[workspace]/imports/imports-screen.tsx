"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { toast } from "sonner";
import { CHOOSE_FILE, DropZone } from "@/components/imports/drop-zone";
import { ImportTable } from "@/components/imports/import-table";
import { RefusedFiles } from "@/components/imports/refused-files";
import { SavedMappings } from "@/components/imports/saved-mappings";
import { UploadProgress } from "@/components/imports/upload-progress";
import { Page } from "@/components/shell/page";
import { SignInAgain } from "@/components/shell/sign-in-again";
import type { Receipt } from "@/lib/imports/receipt";
import type { Mapping } from "@/lib/tabular/mapping";
import { ClientDoor } from "./_components/client-door";
import { UnknownTable } from "./_components/unknown-table";
import { removeMappingAction } from "./actions";
import { useFileQueue } from "./use-file-queue";
import { useRefreshWhile } from "./use-refresh-while";

export function ImportsScreen(props: {
  slug: string;
  address: string;
  mayImport: boolean;
  receipts: Receipt[];
  mappings: { id: string; name: string; mapping: Mapping; createdAt: string }[];
  next: string | null;
}) {
  const router = useRouter();
  const { slug, mayImport } = props;
  const base = `/w/${slug}/imports`;
  const onEnded = useCallback(
    (last: Receipt | null) => {
      if (last) router.push(`${base}/${last.import}`);
      router.refresh();
    },
    [router, base],
  );
  const { upload, cancel, waiting, troubles, dismiss, unmapped, send, settle } = useFileQueue(
    slug,
    onEnded,
  );
  const forget = async (id: string, name: string) =>
    toast((await removeMappingAction(slug, id)) ?? `${name} is forgotten`);
  useRefreshWhile(props.receipts.some(isBeingRead));
  const [table] = unmapped;
  return (
    <Page crumbs={[{ label: "Imports" }]}>
      {mayImport ? <DropZone onFiles={send} busy={upload !== null} /> : null}
      {upload ? <UploadProgress upload={upload} waiting={waiting} onCancel={cancel} /> : null}
      <RefusedFiles
        files={troubles.map(({ signedOut, ...file }) => ({
          ...file,
          action: signedOut ? <SignInAgain /> : undefined,
        }))}
        onDismiss={dismiss}
        focusAfter={CHOOSE_FILE}
      />
      {table ? (
        <UnknownTable
          key={table.key}
          slug={slug}
          fileName={table.file.name}
          table={table.table}
          onMapped={(mappingId) => settle(table, mappingId)}
          onLeave={() => settle(table, null)}
        />
      ) : null}
      <ClientDoor
        slug={slug}
        address={props.address}
        base={base}
        mayMake={mayImport}
        openByDefault={props.receipts.length === 0}
      />
      <ImportTable
        base={base}
        address={props.address}
        receipts={props.receipts}
        next={props.next}
      />
      <SavedMappings mappings={props.mappings} onRemove={mayImport ? forget : null} />
    </Page>
  );
}

/** A file that the server still reads; the open day of a key's stream is no such thing. */
const isBeingRead = (receipt: Receipt): boolean =>
  receipt.state === "running" && receipt.bytes.total !== null;
