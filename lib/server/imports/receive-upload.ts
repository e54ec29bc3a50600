import { z } from "zod";
import type { WorkspaceId } from "@/lib/ids";
import { UploadQuery } from "@/lib/imports/upload-query";
import { refusalResponse } from "@/lib/server/edge";
import { readPaced } from "@/lib/server/request-flow";
import { importFile } from "./import-file";

/** Streams a request's body into an import and answers with its receipt. */
export async function receiveUpload(
  request: Request,
  holder: { workspaceId: WorkspaceId; actor: string },
  source: "upload" | "api",
): Promise<Response> {
  const query = UploadQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) {
    return refusalResponse({ ok: false, code: "invalid", message: z.prettifyError(query.error) });
  }
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  const received = await importFile({
    workspaceId: holder.workspaceId,
    actor: holder.actor,
    source,
    name: query.data.name,
    importId: query.data.import,
    formatId: query.data.format,
    mapping: query.data.mapping,
    bytesTotal: Number.isSafeInteger(length) && length >= 0 ? length : null,
    body: readPaced(request),
  });
  if (received.ok) return Response.json(received.value);
  // only a person in front of the page can say which column is which
  const { table } = received;
  return refusalResponse(received, source === "upload" && table ? { table } : {});
}
