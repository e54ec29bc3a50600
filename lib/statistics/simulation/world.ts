import { closeFrame, type FrameCall } from "@/lib/labelling/close-frame";
import { rankUnits, takeUnits } from "@/lib/labelling/draw";
import { seededRandom } from "@/lib/statistics/random";
import type { ShareItem, StratumFrame } from "@/lib/statistics/share-item";
import { type Nature, type SimulatedCall, simulateTrace } from "./traces";

/** A world to sample from, whose truth is known. */
export type World = Nature & {
  readonly name: string;
  readonly unit: "calls" | "tokens" | "spend";
  /** Traces of the frame, or of the sample where there is no frame. */
  readonly traces: number;
  /**
   * How the product draws from a frame of this world: the calls of each stratum, and of a trace. Absent:
   * an endless world, from which whole traces are taken.
   */
  readonly draw?: { readonly perStratum: readonly number[]; readonly maxPerTrace: number | null };
};

export interface Sampling {
  readonly truth: number;
  readonly strata: readonly StratumFrame[];
  /** One sample, labelled. */
  readonly sample: () => ShareItem[];
}

/** Traces by which the truth of an endless world is told, to about three digits. */
const MANY = 100_000;

/** A way to sample a world again and again; the same for the same name. */
export const openWorld = (world: World): Sampling =>
  world.draw === undefined ? openEndless(world) : openFrame(world, world.draw);

function openFrame(world: World, draw: NonNullable<World["draw"]>): Sampling {
  const random = seededRandom(world.name);
  const calls = simulate(random, world, world.traces);
  const frame = calls.map((call, index) => frameCall(call, index));
  const byId = new Map(frame.map(({ callId }, index) => [callId, calls[index] as SimulatedCall]));
  const strata = framesOf(calls, world, 1);
  const drawn = new Map(draw.perStratum.map((n, stratum) => [String(stratum), n]));
  let draws = 0;
  const sample = () => {
    draws += 1;
    const seed = String(draws);
    const closed = closeFrame(frame, { part: 1, seed, collapseAlike: false }, digest);
    const ranked = rankUnits(closed, { seed, maxPerTrace: draw.maxPerTrace }, digest);
    return takeUnits(ranked, [drawn]).map(({ callId, inclusionProbability }) =>
      item(byId.get(callId) as SimulatedCall, inclusionProbability),
    );
  };
  return { truth: truthOf(calls, world), strata, sample };
}

function openEndless(world: World): Sampling {
  const random = seededRandom(world.name);
  const many = simulate(random, world, MANY);
  const strata = framesOf(many, world, 1000).map((frame) => ({ ...frame, frameTraces: null }));
  const sample = () => simulate(random, world, world.traces).map((call) => item(call, 1e-6));
  return { truth: truthOf(many, world), strata, sample };
}

const simulate = (random: () => number, nature: Nature, traces: number): SimulatedCall[] =>
  Array.from({ length: traces }, (_, trace) => simulateTrace(random, trace, nature)).flat();

function truthOf(calls: readonly SimulatedCall[], { unit }: World): number {
  let [viable, all] = [0, 0];
  for (const call of calls) {
    const size = unit === "calls" ? 1 : call.size;
    all += size;
    if (call.viable) viable += size;
  }
  return viable / all;
}

function framesOf(calls: readonly SimulatedCall[], { shares }: World, times: number) {
  return shares.map((_, stratum): StratumFrame => {
    const own = calls.filter((call) => call.stratum === stratum);
    const total = own.reduce((sum, { size }) => sum + size, 0) * times;
    return {
      id: String(stratum),
      frameCalls: own.length * times,
      frameSpendUsd: total,
      frameTokens: total,
      frameTraces: new Set(own.map(({ trace }) => trace)).size,
    };
  });
}

const frameCall = ({ trace, stratum, size }: SimulatedCall, index: number): FrameCall => ({
  callId: String(index),
  clusterId: String(stratum),
  traceId: String(trace),
  fingerprint: null,
  spendUsd: size,
  tokens: size,
});

const item = (call: SimulatedCall, inclusionProbability: number): ShareItem => ({
  stratum: String(call.stratum),
  trace: String(call.trace),
  cluster: String(call.stratum),
  verdict: call.viable ? "viable" : "not_viable",
  inclusionProbability,
  multiplicity: 1,
  spendUsd: call.size,
  tokens: call.size,
  frontier: null,
});

/** No secret is needed here, and this is faster than one: 16 hexadecimal digits by MurmurHash3's mixer. */
function digest(...parts: readonly (string | null)[]): string {
  const text = parts.join("\n");
  let [high, low] = [0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0xcc9e2d51);
    low = Math.imul(low ^ code, 0x1b873593) ^ (high >>> 15);
  }
  const eight = (word: number) => (mix(word) >>> 0).toString(16).padStart(8, "0");
  return eight(high ^ (low >>> 7)) + eight(low ^ (high >>> 9));
}

function mix(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
