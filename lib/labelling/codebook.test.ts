import { describe, expect, it } from "vitest";
import { describeSlm } from "./assumed-slm";
import { Codebook, FIRST_CODEBOOK } from "./codebook";

describe("Codebook", () => {
  it("reads a version stored before there were a rubric, guidance and a structured model", () => {
    const { rubric, guidance, ...before } = FIRST_CODEBOOK;
    const sentence = "up to 10B parameters, text, as of November 2026";
    const read = Codebook.parse({ ...before, assumedSlm: sentence });
    expect(read.rubric.map(({ id }) => id)).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5"]);
    expect(read.guidance).toBe("");
    expect(describeSlm(read.assumedSlm)).toBe(sentence);
    expect(rubric).toEqual(read.rubric);
    expect(guidance).toContain("How to decide");
  });

  it("refuses a digit that two reasons share, and an empty definition", () => {
    const twice = [
      { digit: 1, text: "one" },
      { digit: 1, text: "other" },
    ];
    expect(Codebook.safeParse({ ...FIRST_CODEBOOK, reasons: twice }).success).toBe(false);
    const { verdicts } = FIRST_CODEBOOK;
    const empty = { ...verdicts, unsure: { definition: " ", example: "x" } };
    expect(Codebook.safeParse({ ...FIRST_CODEBOOK, verdicts: empty }).success).toBe(false);
  });
});

describe("describeSlm", () => {
  it("says what is known, in one line", () => {
    expect(describeSlm(FIRST_CODEBOOK.assumedSlm)).toBe(
      "up to 10B parameters, text, open weights, tuned for this step, as of November 2026",
    );
    expect(describeSlm({ maxBillions: null, modality: "any", asOf: null, note: "" })).toBe(
      "any modality",
    );
    expect(describeSlm({ maxBillions: null, modality: null, asOf: null, note: "" })).toBe(
      "not said",
    );
  });
});
