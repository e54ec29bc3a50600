import { describe, expect, it } from "vitest";
import { refuseForeignOrigin } from "./gate";

const HOST = { host: "assay.example.org:3000" };

const ask = (headers: Record<string, string>) =>
  refuseForeignOrigin(
    new Request("http://assay.example.org:3000/w/home/label/labels", { method: "POST", headers }),
  );

describe("refuseForeignOrigin", () => {
  it.each<[string, Record<string, string>]>([
    ["our own page", { ...HOST, "sec-fetch-site": "same-origin" }],
    ["a person who opens the address", { ...HOST, "sec-fetch-site": "none" }],
    ["our own page in a browser of old", { ...HOST, origin: "http://assay.example.org:3000" }],
    ["our own page behind TLS", { host: "a.example.org", origin: "https://a.example.org" }],
    ["a program, which sends neither", HOST],
  ])("lets %s in", (_, headers) => {
    expect(ask(headers)).toBeNull();
  });

  it.each<[string, Record<string, string>]>([
    ["another site", { ...HOST, "sec-fetch-site": "cross-site" }],
    ["a neighbour under the same domain", { ...HOST, "sec-fetch-site": "same-site" }],
    [
      "another site that claims our origin",
      { ...HOST, "sec-fetch-site": "cross-site", origin: "http://assay.example.org:3000" },
    ],
    ["what the browser calls by a new word", { ...HOST, "sec-fetch-site": "fenced" }],
    ["another origin in a browser of old", { ...HOST, origin: "https://evil.example" }],
    ["another port", { ...HOST, origin: "http://assay.example.org:4000" }],
    ["a host that begins like ours", { ...HOST, origin: "http://assay.example.org:3000.evil.io" }],
    ["a sandboxed frame", { ...HOST, origin: "null" }],
    ["an origin without a host, to no host", { origin: "null" }],
    ["an empty origin", { ...HOST, origin: "" }],
    ["an origin that is no address", { ...HOST, origin: "our own page" }],
  ])("refuses %s", (_, headers) => {
    expect(ask(headers)).toMatchObject({ ok: false, code: "forbidden" });
  });
});
