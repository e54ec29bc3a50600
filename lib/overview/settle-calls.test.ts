import { describe, expect, it } from "vitest";
import {
  type CodebookVersion,
  listCountingCodebooks,
  settleCalls,
  type StoredLabel,
} from "./settle-calls";

const version = (number: number, change: CodebookVersion["change"]): CodebookVersion => ({
  id: `v${number}`,
  version: number,
  change,
});
const label = (id: string, over: Partial<StoredLabel> = {}): StoredLabel => ({
  id,
  callId: "call",
  raterId: "ann",
  codebookId: "v1",
  origin: "hand",
  verdict: "viable",
  supersedes: null,
  retracted: false,
  clusterId: "c",
  routeKey: "k",
  ...over,
});
const FIRST = [version(1, "first")];

describe("the codebooks whose labels count", () => {
  it.each([
    [[version(1, "first")], ["v1"]],
    [
      [version(1, "first"), version(2, "wording")],
      ["v2", "v1"],
    ],
    [
      [version(1, "first"), version(2, "meaning"), version(3, "wording")],
      ["v3", "v2"],
    ],
    [[version(1, "first"), version(2, "wording"), version(3, "meaning")], ["v3"]],
    [[], []],
  ])("are the newest and those before a change of wording", (versions, ids) => {
    expect(listCountingCodebooks(versions).map(({ id }) => id)).toEqual(ids);
  });
});

describe("labelled calls", () => {
  it("count with their raters, and as unsure where these differ", () => {
    const rows = [label("1"), label("2", { raterId: "bob", verdict: "not_viable" })];
    expect(settleCalls(rows, FIRST)).toMatchObject([
      {
        callId: "call",
        verdict: "unsure",
        state: "unsettled",
        raterIds: ["ann", "bob"],
        labels: 2,
      },
    ]);
  });

  it("can be read for one rater alone, who then has nobody to differ from", () => {
    const rows = [label("1"), label("2", { raterId: "bob", verdict: "not_viable" })];
    expect(settleCalls(rows, FIRST, "bob")).toMatchObject([
      { verdict: "not_viable", state: "agreed", verdicts: ["not_viable"], raterIds: ["bob"] },
    ]);
    expect(settleCalls(rows, FIRST, "eve")).toEqual([]);
  });

  it("follow a correction and forget what was taken back", () => {
    const corrected = label("2", { verdict: "not_viable", supersedes: "1" });
    expect(settleCalls([label("1"), corrected], FIRST)).toMatchObject([{ verdict: "not_viable" }]);
    const undo = label("2", { verdict: null, supersedes: "1", retracted: true });
    expect(settleCalls([label("1"), undo], FIRST)).toEqual([]);
  });

  it("leave out labels of a codebook with another meaning, and those no hand gave", () => {
    const versions = [...FIRST, version(2, "meaning")];
    expect(settleCalls([label("1")], versions)).toEqual([]);
    expect(settleCalls([label("1", { origin: "machine" })], FIRST)).toEqual([]);
  });
});
