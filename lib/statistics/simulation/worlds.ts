import type { World } from "./world";

const plain = {
  correlation: 0.3,
  commonCause: true,
  sizeSpread: 0,
  unit: "calls",
} as const satisfies Partial<World>;
const sized = { ...plain, sizeSpread: 0.7 } as const;

/** One step of an agent, drawn by the product from a frame, at most three calls of a trace. */
const drawn = (share: number): World => ({
  ...plain,
  name: `one step at ${share}, 100 of some 2,400 calls drawn, at most 3 a trace`,
  shares: [share],
  callsPerTrace: 8,
  traces: 300,
  draw: { perStratum: [100], maxPerTrace: 3 },
});

/** Whole traces of an agent that has run for ever. */
const whole = (share: number, traces: number, callsPerTrace: number): World => ({
  ...plain,
  name: `one step at ${share}, all calls of ${traces} traces`,
  shares: [share],
  callsPerTrace,
  traces,
});

const sizedDraw = (unit: "tokens" | "spend", share: number): World => ({
  ...sized,
  unit,
  name: `${unit} of four steps around ${share}, unequally drawn`,
  shares: [share, share, 1 - share, share],
  callsPerTrace: 8,
  traces: 300,
  draw: { perStratum: [60, 30, 30, 30], maxPerTrace: 3 },
});

/**
 * Worlds of at least 100 labels from at least 30 traces, true shares from 0.1 to 0.9: independent and
 * correlated within traces, one stratum and several, equally and unequally drawn, each unit.
 */
export const HELD_WORLDS: readonly World[] = [
  ...[0.1, 0.3, 0.5, 0.7, 0.9].map(drawn),
  ...[0.1, 0.5, 0.9].map((share) => whole(share, 30, 4)),
  ...[0.1, 0.5, 0.9].map((share) => whole(share, 60, 3)),
  {
    ...plain,
    name: "six steps of an agent, 20 drawn of each",
    shares: [0.15, 0.94, 0.9, 0.3, 1, 0.97],
    callsPerTrace: 8,
    traces: 300,
    draw: { perStratum: [20, 20, 20, 20, 20, 20], maxPerTrace: 3 },
  },
  ...[0, 0.3].map((correlation): World => ({
    ...plain,
    correlation,
    name: `four steps, unequally drawn, correlation ${correlation}`,
    shares: [0.2, 0.5, 0.8, 0.6],
    callsPerTrace: 8,
    traces: 300,
    draw: { perStratum: [60, 20, 10, 30], maxPerTrace: 3 },
  })),
  {
    ...plain,
    correlation: 0.5,
    name: "four steps, all calls of 40 traces that are easy or hard throughout",
    shares: [0.2, 0.5, 0.8, 0.6],
    callsPerTrace: 8,
    traces: 40,
  },
  ...[0.2, 0.5, 0.8].flatMap((share) => [sizedDraw("spend", share), sizedDraw("tokens", share)]),
  {
    ...sized,
    unit: "spend",
    name: "spend of one step at 0.5, all calls of 50 traces",
    shares: [0.5],
    callsPerTrace: 4,
    traces: 50,
  },
];

/** A cell of the table of coverage: labels of so many traces of one step, correlated. */
export const sizeWorld = (labels: number, traces: number, share: number): World => ({
  ...plain,
  commonCause: false,
  name: `size ${labels} ${traces} ${share}`,
  shares: [share],
  callsPerTrace: labels / traces,
  traces,
});
