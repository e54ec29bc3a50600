import { describe, expect, it } from "vitest";
import { FIRST_CODEBOOK } from "./codebook";
import { diffCodebooks } from "./codebook-parts";
import { type CodebookVersion, countSetAside } from "./codebook-version";

describe("diffCodebooks", () => {
  it("tells the parts that differ, word by word", () => {
    const after = {
      ...FIRST_CODEBOOK,
      question: "Could the small language model have made this call as reliably?",
      reasons: FIRST_CODEBOOK.reasons.slice(0, 8),
    };
    const parts = diffCodebooks(FIRST_CODEBOOK, after);
    expect(parts.map(({ name }) => name)).toEqual(["Question", "Reasons"]);
    const [question] = parts;
    const textOf = (kinds: string[]) =>
      question?.runs.flatMap((run) => (kinds.includes(run.kind) ? run.text : [])).join("");
    expect(textOf(["same", "removed"])).toBe(FIRST_CODEBOOK.question);
    expect(textOf(["same", "added"])).toBe(after.question);
    expect(textOf(["removed"])?.trim()).toBe("assumed");
    expect(diffCodebooks(after, after)).toEqual([]);
  });
});

describe("countSetAside", () => {
  it("counts the labels of the newest meaning alone", () => {
    const version = (number: number, change: CodebookVersion["change"], labels: number) => ({
      id: `v${number}`,
      version: number,
      change,
      changeNote: null,
      createdAt: "",
      author: null,
      labels,
      rows: labels,
      draws: [],
      content: FIRST_CODEBOOK,
    });
    const versions = [
      version(4, "wording", 5),
      version(3, "meaning", 30),
      version(2, "wording", 200),
      version(1, "first", 1000),
    ];
    expect(countSetAside(versions)).toBe(35);
    expect(countSetAside(versions.slice(2))).toBe(1200);
    // the newest carries none yet: what is saved takes its place
    expect(countSetAside([version(5, "meaning", 0), ...versions])).toBe(35);
    expect(countSetAside([])).toBe(0);
  });
});
