import { expect } from "@playwright/test";
import type { Recounted } from "./shares";

/** A text with its spaces as plain ones. */
export const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, " ");

/** The first amount of a text in US dollars. */
export const moneyIn = (text: string): number =>
  Number(/\$([\d,]+(?:\.\d+)?)/.exec(text)?.[1]?.replaceAll(",", "") ?? Number.NaN);

/** What two sums of the same numbers, taken in another order, may differ by; in points, or as a part. */
const DUST = 1e-6;

/** Ten dollars and more are said to the dollar, a dime and more to the cent, less to two digits. */
export function expectMoney(text: string, again: number): void {
  const said = moneyIn(text) * (/[\u2212-]\$/.test(text) ? -1 : 1);
  const size = Math.abs(again);
  const last = size >= 9.995 ? 1 : size >= 0.0995 ? 0.01 : 10 ** (Math.floor(Math.log10(size)) - 1);
  expect(Math.abs(said - again), `${text}, ${again}`).toBeLessThanOrEqual(last / 2 + DUST * size);
}

/** A percentage rounded to the point. */
export function expectPercent(text: string, again: number): void {
  const said = Number(/[\u2212-]?\d+/.exec(text)?.[0]?.replace("\u2212", "-") ?? Number.NaN);
  expect(Math.abs(said - again * 100), `${text}, ${again}`).toBeLessThanOrEqual(0.5 + DUST);
}

/** Shares are rounded to the point, the ends of their intervals outwards. */
export function expectShare(text: string, again: Recounted, what = ""): void {
  const found = new RegExp(`(\\d+) %(?: \\[(\\d+), (\\d+)\\])? ?${what}`).exec(text);
  expectPercent(found?.[0] ?? "", again.share ?? Number.NaN);
  if (found?.[2] === undefined) {
    expect(again.high).toBeCloseTo(again.low ?? -1, 9);
    return;
  }
  expect(Number(found[2]), text).toBe(Math.floor((again.low ?? -1) * 100 + DUST));
  expect(Number(found[3]), text).toBe(Math.ceil((again.high ?? -1) * 100 - DUST));
}
