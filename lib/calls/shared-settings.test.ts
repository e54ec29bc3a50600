import { describe, expect, it } from "vitest";
import { SharedSettings } from "@/lib/calls/shared-settings";
import { assayFormat } from "@/lib/formats/assay/assay-format";

function aCall(extra: Record<string, unknown>) {
  const reading = assayFormat.read({ messages: [], response: "Hi", ...extra });
  if (reading.kind !== "call") throw new Error(reading.reason);
  return reading.call;
}

describe("settings that calls share", () => {
  it("become one object when they are the same letter for letter, and change in nothing else", () => {
    const shared = new SharedSettings();
    const [a, b] = [1, 2].map((seconds) =>
      shared.share(aCall({ tools: [{ name: "read" }], latency_ms: seconds })),
    );
    expect(b?.settings).toBe(a?.settings);
    expect(b).toEqual(aCall({ tools: [{ name: "read" }], latency_ms: 2 }));
    const other = shared.share(aCall({ tools: [{ name: "write" }] }));
    expect(other).toEqual(aCall({ tools: [{ name: "write" }] }));
  });

  it("stay apart when their members are written in another order", () => {
    const shared = new SharedSettings();
    const a = shared.share(aCall({ settings: { seed: 1, top_p: 1 } }));
    const b = shared.share(aCall({ settings: { top_p: 1, seed: 1 } }));
    expect(Object.keys(b.settings ?? {})).toEqual(["top_p", "seed"]);
    expect(Object.keys(a.settings ?? {})).toEqual(["seed", "top_p"]);
  });

  it("are not held without end", () => {
    const shared = new SharedSettings();
    const first = shared.share(aCall({ seed: 0 }));
    for (let seed = 1; seed <= 200; seed += 1) shared.share(aCall({ seed }));
    expect(shared.share(aCall({ seed: 0 })).settings).not.toBe(first.settings);
  });

  it("leave a call without any as it is", () => {
    const call = aCall({});
    expect(new SharedSettings().share(call)).toBe(call);
  });
});
