import { type Media, takeMedia, takeMessageMedia, type WithoutMedia } from "@/lib/curation/media";
import type { KeyedDigest } from "@/lib/ids";
import type { SpanRecord } from "@/lib/spans/span";

/** Takes images, audio and files out of what a span says: messages, answer, a tool's run. */
export function takeSpanMedia(
  span: SpanRecord,
  digest: KeyedDigest,
): { span: SpanRecord; media: Media[] } {
  const { call, tool, pieces } = span;
  const media: Media[] = [];
  const taken = <Value>(part: WithoutMedia<Value>): Value => {
    media.push(...part.media);
    return part.value;
  };
  const messages =
    call?.messages && call.messages.map((one) => taken(takeMessageMedia(one, digest)));
  const response = call?.response && taken(takeMessageMedia(call.response, digest));
  const told: SpanRecord = {
    ...span,
    call: call && {
      ...call,
      messages: messages ?? null,
      response: response ?? null,
    },
    tool: tool && taken(takeMedia(tool, digest)),
    pieces: pieces.map((piece) => ({
      ...piece,
      message: taken(takeMessageMedia(piece.message, digest)),
    })),
  };
  return { span: told, media };
}
