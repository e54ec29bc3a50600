import type { RunPart } from "@/lib/formats/langsmith/langsmith-format";
import { ok, refused, type Result } from "@/lib/result";
import { parseJsonBody } from "./parse-json-body";

export type Parts = {
  parts: RunPart[];
  /** A reason for each part that could not be read. */
  rejected: string[];
};

/** The parts of a multipart body that hold JSON; files that are attached to runs are left out. */
export async function readMultipart(contentType: string, bytes: Buffer): Promise<Result<Parts>> {
  let form: FormData;
  try {
    const headers = { "content-type": contentType };
    form = await new Response(new Uint8Array(bytes), { headers }).formData();
  } catch {
    return refused("invalid", "The body is no whole multipart/form-data.");
  }
  const read: Parts = { parts: [], rejected: [] };
  for (const [name, part] of form) {
    if (name.startsWith("attachment.")) continue;
    const text = typeof part === "string" ? part : await part.text();
    const parsed = parseJsonBody(Buffer.from(text));
    if (parsed.ok) read.parts.push({ name, value: parsed.value });
    else read.rejected.push(`Part ${name.slice(0, 100)}: ${parsed.message}`);
  }
  return ok(read);
}
