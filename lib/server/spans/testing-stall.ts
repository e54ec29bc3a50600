/** A body that begins and then stops coming; `seen` says whether it was cancelled. */
export function stalledBody(begin: Uint8Array) {
  const seen = { cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(begin),
    cancel: () => {
      seen.cancelled = true;
    },
  });
  return { body, seen };
}

/** A request that sends its body as a stream, and so without saying its size. */
export const streamed = (body: ReadableStream, headers: Record<string, string> = {}): Request =>
  new Request("http://localhost/", {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
