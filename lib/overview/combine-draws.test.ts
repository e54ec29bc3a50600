import { describe, expect, it } from "vitest";
import { combineDraws } from "./combine-draws";
import type { Draw, DrawnItem, DrawStratum, FramePlace } from "./drawn-item";

const draw = (number: number, over: Partial<Draw> = {}): Draw => ({
  id: `d${number}`,
  number,
  seed: `seed ${number}`,
  maxPerTrace: null,
  ...over,
});
const item = (callId: string, drawId: string, over: Partial<DrawnItem> = {}): DrawnItem => ({
  callId,
  drawId,
  stratum: "s",
  inclusionProbability: 0.2,
  multiplicity: 1,
  spendUsd: null,
  tokens: null,
  provider: null,
  model: null,
  day: null,
  traceId: null,
  clusterId: "c",
  routeKey: "k",
  ...over,
});
const stratum = (drawId: string, frameCalls: number, clusterId = "s"): DrawStratum => ({
  drawId,
  clusterId,
  part: 1,
  frameCalls,
  frameTokens: null,
  frameSpendUsd: null,
});
const place = (callId: string, drawId: string, over: Partial<FramePlace> = {}): FramePlace => ({
  callId,
  drawId,
  stratum: "s",
  multiplicity: 1,
  ofTrace: 1,
  ...over,
});

describe("draws together", () => {
  it("leave a single draw as it is stored", () => {
    const sample = combineDraws([draw(1)], [item("a", "d1")], [stratum("d1", 50)], []);
    expect(sample.calls).toMatchObject([{ callId: "a", inclusionProbability: 0.2 }]);
    expect(sample.strata).toMatchObject([{ id: "s", frameCalls: 50 }]);
  });

  it("give a call the chance of either, whichever took it", () => {
    const { calls } = combineDraws(
      [draw(1), draw(2)],
      [item("a", "d1"), item("a", "d2", { inclusionProbability: 0.5 }), item("b", "d1")].concat(
        item("c", "d2", { inclusionProbability: 0.5 }),
      ),
      [stratum("d1", 50), stratum("d2", 50)],
      ["a", "b", "c"].flatMap((id) => [place(id, "d1"), place(id, "d2")]),
    );
    expect(calls.map(({ callId }) => callId)).toEqual(["a", "b", "c"]);
    for (const { inclusionProbability } of calls) expect(inclusionProbability).toBeCloseTo(0.6, 12);
  });

  it("take the newest frame, and leave a draw out that a call came too late for", () => {
    const { calls, strata } = combineDraws(
      [draw(1), draw(2)],
      [item("old", "d1"), item("new", "d2", { inclusionProbability: 0.5 })],
      [stratum("d1", 50), stratum("d2", 80)],
      [place("old", "d1"), place("old", "d2"), place("new", "d2")],
    );
    expect(strata).toMatchObject([{ id: "s", frameCalls: 80 }]);
    expect(calls[0]?.inclusionProbability).toBeCloseTo(1 - 0.8 * 0.5, 12);
    expect(calls[1]?.inclusionProbability).toBeCloseTo(0.5, 12);
  });

  it("thin the traces of the draw that did not take a call as those of one that it took", () => {
    // in d2 a trace gives at most 1: of the two calls of a trace each is kept with 1/2
    const { calls } = combineDraws(
      [draw(1), draw(2, { maxPerTrace: 1 })],
      [item("a", "d1"), item("b", "d2", { inclusionProbability: 0.4 })],
      [stratum("d1", 50), stratum("d2", 50)],
      [
        place("a", "d1"),
        place("a", "d2", { ofTrace: 2 }),
        place("b", "d1"),
        place("b", "d2", { ofTrace: 1 }),
      ],
    );
    expect(calls[0]?.inclusionProbability).toBeCloseTo(1 - 0.8 * (1 - 0.2), 12);
  });

  it("of one seed share their random numbers: the larger chance holds", () => {
    const { calls } = combineDraws(
      [draw(1, { seed: "same" }), draw(2, { seed: "same" })],
      [item("a", "d1"), item("a", "d2", { inclusionProbability: 0.5 })],
      [stratum("d1", 50), stratum("d2", 50)],
      [place("a", "d1"), place("a", "d2")],
    );
    expect(calls[0]?.inclusionProbability).toBeCloseTo(0.5, 12);
  });

  it("put a call into the stratum of the newest frame that holds it", () => {
    const { calls } = combineDraws(
      [draw(1), draw(2)],
      [item("a", "d1"), item("b", "d2", { stratum: "split" })],
      [stratum("d1", 50), stratum("d2", 20, "split")],
      [
        place("a", "d1"),
        place("a", "d2", { stratum: "split" }),
        place("b", "d2", { stratum: "split" }),
      ],
    );
    expect(calls.map(({ stratum: own }) => own)).toEqual(["split", "split"]);
  });

  it("keep the parts of a frame apart, each with its own size", () => {
    const { calls, strata } = combineDraws(
      [draw(1)],
      [item("a", "d1"), item("b", "d1", { stratum: "s 2" })],
      [stratum("d1", 50), { ...stratum("d1", 7), part: 2 }],
      [],
    );
    expect(strata).toMatchObject([
      { id: "s", frameCalls: 50 },
      { id: "s 2", frameCalls: 7 },
    ]);
    expect(calls.map(({ stratum: own }) => own)).toEqual(["s", "s 2"]);
  });

  it("put what only an extension of an older frame held beside the newer frame of its cluster", () => {
    const { calls } = combineDraws(
      [draw(1), draw(2)],
      [item("a", "d1", { stratum: "s 2" })],
      [stratum("d1", 50), { ...stratum("d1", 7), part: 2 }, stratum("d2", 80)],
      [place("a", "d1", { stratum: "s 2" })],
    );
    expect(calls).toMatchObject([{ stratum: "s" }]);
  });

  it("count a group of near-duplicates once, by the call that stands for it in the newest frame", () => {
    const { calls } = combineDraws(
      [draw(1), draw(2)],
      [item("a", "d1"), item("b", "d1")],
      [stratum("d1", 50), stratum("d2", 50)],
      [
        place("a", "d1"),
        place("b", "d1"),
        place("a", "d2", { multiplicity: 2 }),
        place("b", "d2", { multiplicity: 0 }),
      ],
    );
    expect(calls).toMatchObject([{ callId: "a", multiplicity: 2 }]);
  });
});
