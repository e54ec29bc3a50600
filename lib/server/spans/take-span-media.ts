import { type Media, takeMedia } from "@/lib/curation/media";
import type { KeyedDigest } from "@/lib/ids";
import type { SpanRecord } from "@/lib/spans/span";

/** Takes images, audio and files out of what a span says: messages, answer, a tool's run. */
export function takeSpanMedia(
  span: SpanRecord,
  digest: KeyedDigest,
): { span: SpanRecord; media: Media[] } {
  const { call, tool, pieces } = span;
  const bodies = {
    messages: call?.messages ?? null,
    response: call?.response ?? null,
    tool,
    pieces: pieces.map(({ message }) => message),
  };
  const { value, media } = takeMedia(bodies, digest);
  if (value === bodies) return { span, media };
  const told: SpanRecord = {
    ...span,
    call: call && { ...call, messages: value.messages, response: value.response },
    tool: value.tool,
    pieces: pieces.map((piece, i) => ({ ...piece, message: value.pieces[i] ?? piece.message })),
  };
  return { span: told, media };
}
