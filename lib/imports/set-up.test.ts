import { describe, expect, it } from "vitest";
import { CLIENT_IDS, clientSetUps, KEY_PLACEHOLDER } from "./set-up";

const base = "https://assay.example.org";
const textOf = (id: string, key: string | null) =>
  clientSetUps(base, key)
    .find((one) => one.id === id)
    ?.blocks.map(({ text }) => text)
    .join("\n") ?? "";

describe("clientSetUps", () => {
  it("has each client once, in the order of the tabs", () => {
    expect(clientSetUps(base, null).map(({ id }) => id)).toEqual([...CLIENT_IDS]);
  });

  it.each([
    ["otel", "https://assay.example.org/api/otel"],
    ["vercel", "https://assay.example.org/api/otel"],
    ["langfuse", "https://assay.example.org/api/langfuse"],
    ["langsmith", "https://assay.example.org/api/langsmith"],
    ["curl", "https://assay.example.org/api/v1/imports"],
  ])("writes for %s the real address and the key", (id, address) => {
    expect(textOf(id, "assay_k")).toContain(address);
    expect(textOf(id, "assay_k")).toContain("assay_k");
    expect(textOf(id, "assay_k")).not.toContain(KEY_PLACEHOLDER);
    expect(textOf(id, null)).toContain(KEY_PLACEHOLDER);
  });

  it("names the switch that sends messages", () => {
    expect(textOf("otel", null)).toContain("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT");
    expect(textOf("vercel", null)).toContain("recordInputs: true");
  });
});
