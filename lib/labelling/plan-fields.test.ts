import { describe, expect, it } from "vitest";
import { WHOLE_SCOPE } from "@/lib/scope/scope";
import { defaultFields, readPlanFields } from "./plan-fields";

const [A, B] = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"];
const clusters = [{ clusterId: A }, { clusterId: B }];
const fields = defaultFields({ clusters: 2, labellers: 2, seed: "20261121" });
const read = (over: Partial<typeof fields>) =>
  readPlanFields({ ...fields, ...over }, WHOLE_SCOPE, clusters);

describe("readPlanFields", () => {
  it("starts with 60 of each, at most 3 a trace, a second label on 30 % where two may label", () => {
    expect(read({}).input).toMatchObject({
      allocation: "equal",
      perCluster: 60,
      wanted: null,
      maxPerTrace: 3,
      secondShare: 0.3,
      assignedTo: null,
      scope: WHOLE_SCOPE,
    });
    expect(defaultFields({ clusters: 2, labellers: 1, seed: "" }).second).toBe("0");
  });

  it("takes the least of each and a total where calls are shared out", () => {
    const { input } = read({ allocation: "spend", least: "15", total: "300", k: "" });
    expect(input).toMatchObject({ perCluster: 15, wanted: 300, maxPerTrace: null });
  });

  it("leaves clusters out, and says when none is left", () => {
    expect(read({ leave: A }).input?.scope.clusters).toEqual([B]);
    expect(read({ leave: `${A},${B}` }).errors).toEqual({ leave: "Choose at least one cluster" });
  });

  it("says what is wrong beside the field", () => {
    const { input, errors } = read({ n: "many", k: "0", seed: " ", second: "120" });
    expect(input).toBeNull();
    expect(Object.keys(errors).toSorted()).toEqual(["k", "n", "second", "seed"]);
    expect(read({ allocation: "calls", total: "" }).errors.total).toContain("whole number");
  });
});
