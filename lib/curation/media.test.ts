import { describe, expect, it } from "vitest";
import type { CallRecord, Message } from "@/lib/calls/call";
import { messageBlocks } from "@/lib/calls/message-blocks";
import { redactJson } from "@/lib/curation/redact/redact-json";
import { testDigest, testRedactor } from "@/lib/curation/redact/testing";
import { modalityOf } from "@/lib/formats/provider/modality";
import { takeCallMedia, takeMedia } from "./media";

const PNG = `iVBORw0KGgo${"Ab1+/".repeat(40)}A`;
const id = testDigest("media", PNG);
const bytes = Math.floor((PNG.length * 3) / 4);
const image = { type: "image", media_type: "image/png", bytes, digest: id };
const url = `data:image/png;base64,${PNG}`;

const taken = (part: unknown) => {
  const message = { role: "user", content: [{ type: "text", text: "see" }, part] };
  const { value, media } = takeMedia(message, testDigest);
  return { part: value.content[1], media, value };
};

describe("media in a message", () => {
  it.each([
    ["OpenAI chat", { type: "image_url", image_url: { url, detail: "low" } }, { detail: "low" }],
    ["OpenAI Responses", { type: "input_image", image_url: url }, {}],
    ["a URL that is bare", { type: "image_url", image_url: url }, {}],
    [
      "Anthropic",
      {
        type: "image",
        source: { type: "base64", media_type: "image/png", data: PNG },
        title: "A chart",
      },
      { title: "A chart" },
    ],
    ["Gemini", { inlineData: { mimeType: "image/png", data: PNG } }, {}],
    ["Gemini's Python", { inline_data: { mime_type: "image/png", data: PNG } }, {}],
    ["Bedrock", { image: { format: "png", source: { bytes: PNG } } }, {}],
    [
      "OpenTelemetry",
      { type: "blob", modality: "image", mime_type: "image/png", content: PNG },
      {},
    ],
    ["the AI SDK", { type: "image", image: PNG, mediaType: "image/png" }, {}],
    ["URL-safe base64", { type: "image", data: PNG.replaceAll("+", "-").replaceAll("/", "_") }, {}],
  ])("of %s becomes its type, size and digest", (_, part, rest) => {
    const found = taken(part);
    expect(found.part).toEqual({ ...image, ...rest });
    expect(found.media).toEqual([{ id, mediaType: "image/png", base64: PNG }]);
    expect(modalityOf([found.value as Message], null)).toBe("text+image");
  });

  it("knows sound and files by what is said of them", () => {
    const audio = taken({ type: "input_audio", input_audio: { data: PNG, format: "wav" } });
    expect(audio.part).toMatchObject({ type: "audio", media_type: "audio/wav", bytes });
    const pdf = taken({
      type: "file",
      file: { file_data: `data:application/pdf;base64,${PNG}`, filename: "a.pdf" },
    });
    expect(pdf.part).toEqual({
      type: "file",
      media_type: "application/pdf",
      bytes,
      digest: id,
      filename: "a.pdf",
    });
    const said = {
      role: "assistant",
      content: null,
      audio: { id: "a", data: PNG, transcript: "Hi" },
    };
    const { value } = takeMedia(said, testDigest);
    expect(value).toMatchObject({
      role: "assistant",
      audio: { bytes, digest: id, transcript: "Hi", id: "a" },
    });
  });

  it("stays outside the sentence that it stands in, with a mark", () => {
    const { value, media } = takeMedia(`Look: ![](${url}) and go on`, testDigest);
    expect(value).toMatch(/^Look: !\[\]\(image\/png, \d+ bytes \[media:\w{8}\]\) and go on$/u);
    expect(media).toEqual([]);
  });

  it("is found as a long run in any text, such as a tool's answer in JSON", () => {
    const long = Array.from(
      { length: 9000 },
      (_, i) => "Zx81+qWeRtYuIoPaSdFgHjKlMnBvCc/0937"[(i * 7 + (i >> 3)) % 34],
    ).join("");
    const { value } = takeMedia({ role: "tool", content: `{"png": "${long}"}` }, testDigest);
    expect(value.content).toMatch(/^\{"png": "base64, 6750 bytes \[media:\w{8}\]"\}$/u);
    const words = `${"word ".repeat(3000)}${"a".repeat(9000)} ${"7".repeat(9000)}`;
    expect(takeMedia(words, testDigest).value).toBe(words);
  });

  it("leaves as it is what holds no bytes", () => {
    const message = {
      role: "user",
      content: [
        { type: "image_url", image_url: { url: "https://example.org/a.png" } },
        { type: "text", text: "base64" },
        {
          type: "document",
          source: { type: "text", media_type: "text/plain", data: "a".repeat(99) },
        },
        { type: "file", file: { file_id: "file-abc" } },
      ],
    };
    expect(takeMedia(message, testDigest).value).toBe(message);
  });

  it("is read once of a message that records share, and costs under 1 kB", () => {
    const huge = `data:image/png;base64,${"iVBORw0KGgo".padEnd(7_000_000, "aB3/+x")}`;
    const message: Message = {
      role: "user",
      content: [{ type: "image_url", image_url: { url: huge } }],
    };
    const record = { messages: [message], response: null } as unknown as CallRecord;
    const first = takeCallMedia(record, testDigest);
    const again = takeCallMedia(record, testDigest);
    expect(again.record.messages?.[0]).toBe(first.record.messages?.[0]);
    expect(JSON.stringify(first.record).length).toBeLessThan(1000);
    expect(first.media[0]?.base64.length).toBe(7_000_000);
  });

  it("keeps its digest through redaction, and nothing else that is secret", () => {
    const digest = "41111111-1111-1111-8111-411111111111";
    const part = { ...image, digest, filename: "ann.bauer@example.org" };
    const { value } = redactJson([part], testRedactor);
    expect(value).toMatchObject([{ digest, bytes }]);
    expect(JSON.stringify(value)).not.toContain("ann.bauer");
  });

  it("is shown by type and size", () => {
    const [block] = messageBlocks({ role: "user", content: [{ ...image, bytes: 182_000 }] });
    expect(block).toEqual({ kind: "media", title: "image/png · 182\u202fkB", text: id });
  });
});
