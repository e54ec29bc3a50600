import { log } from "@/lib/server/log";

/**
 * A response whose body is made piece by piece, as fast as it is taken: memory stays flat at any
 * size. A client that goes away ends the making.
 */
export function streamText(
  pieces: AsyncGenerator<string>,
  { contentType, fileName }: { contentType: string; fileName?: string },
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        // the answer has begun: all that is left is to break it off, and to say why in the log
        log.error("a download broke off", { error });
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  const headers = new Headers({ "content-type": contentType, "cache-control": "no-store" });
  if (fileName) headers.set("content-disposition", `attachment; filename="${fileName}"`);
  return new Response(body, { headers });
}
