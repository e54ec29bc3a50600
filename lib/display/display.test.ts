import { describe, expect, it } from "vitest";
import { formatBytes, formatCount, formatCounted, formatCountUpTo, formatTokens } from "./count";
import { truncateMiddle } from "./identifier";
import { formatMoney, formatMoneyRange, formatUnitPrice } from "./money";
import {
  formatBar,
  formatCoefficient,
  formatDecimalInterval,
  formatEnd,
  formatInterval,
  formatPercent,
  formatShare,
  formatShareAtBar,
} from "./percent";
import { formatDate, formatDateTime, formatDuration } from "./time";

/** Reads every kind of space as a plain one. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("money", () => {
  it.each([
    [null, "–"],
    [undefined, "–"],
    [Number.NaN, "–"],
    [0, "$0"],
    [1842.4, "$1,842"],
    [48, "$48"],
    [4.2, "$4.20"],
    [9.999, "$10"],
    [0.999, "$1.00"],
    [0.7, "$0.70"],
    [0.25, "$0.25"],
    [0.029, "$0.029"],
    [0.0041, "$0.0041"],
    [0.00000005, "<$0.000001"],
    [-351, "−$351"],
    [999_999_999_999, "$999,999,999,999"],
    [1.234e15, "$1.23e15"],
    [-1e300, "−$1.00e300"],
  ])("shows %s as %s", (usd, text) => {
    expect(formatMoney(usd)).toBe(text);
  });

  it("shows a range, and a price per million as lists do", () => {
    expect(formatMoneyRange(212, 260)).toBe("$212–$260");
    expect(formatMoneyRange(212, 212.2)).toBe("$212");
    expect(formatUnitPrice(0.112)).toBe("$0.112");
    expect(formatUnitPrice(null)).toBe("–");
  });
});

describe("counts", () => {
  it.each([
    [formatCount(12_345), "12,345"],
    [formatCount(null), "–"],
    [formatCount(-3), "−3"],
    [formatCounted(1, "label"), "1 label"],
    [formatCounted(1200, "label"), "1,200 labels"],
    [formatCounted(null, "label"), "–"],
    [formatCountUpTo(10_000), "10,000"],
    [formatCountUpTo(10_001), "more than 10,000"],
    [formatCountUpTo(null), "–"],
    [formatTokens(12_345), "12,345"],
    [formatTokens(1_234_567), "1.2 M"],
    [formatTokens(2_500_000_000), "2.5 B"],
    [formatTokens(null), "–"],
    [formatBytes(812), "812 B"],
    [formatBytes(1200), "1.2 kB"],
    [formatBytes(999_999), "1 MB"],
    [formatBytes(300_000_000), "300 MB"],
    [formatBytes(null), "–"],
  ])("shows %s as %s", (shown, text) => {
    expect(plain(shown)).toBe(text);
  });
});

describe("shares", () => {
  it.each([
    [formatPercent(0.62), "62 %"],
    [formatPercent(0.7985, 1), "79.8 %"],
    [formatPercent(-0.23), "−23 %"],
    [formatPercent(-0.001), "0 %"],
    [formatPercent(null), "–"],
    [formatShare(0.62, { low: 0.56, high: 0.68 }), "62 % [56, 68]"],
    [formatShare(0.62, null), "62 %"],
    [formatShare(null, null), "–"],
    [formatInterval({ low: 0, high: 1 }), "[0, 100]"],
    [formatDecimalInterval({ low: 0.9, high: 0.97 }), "[0.90, 0.97]"],
    [formatDecimalInterval({ low: 0.796, high: 0.9701 }), "[0.79, 0.98]"],
    [formatDecimalInterval({ low: 0.29, high: 0.57 }), "[0.29, 0.57]"],
    [formatShare(0.9, { low: 0.7985, high: 0.9534 }), "90 % [79, 96]"],
    [formatShare(0.9, { low: 0.7985, high: 0.9534 }, 1), "90.0 % [79.8, 95.4]"],
    [formatShare(1, { low: 0.9124, high: 1 }), "100 % [91, 100]"],
    [formatShareAtBar(0.9, { low: 0.796, high: 0.95 }, 0.8), "90 % [79, 95]"],
    [formatShareAtBar(0.7, { low: 0.6, high: 0.796 }, 0.8), "70.0 % [60.0, 79.6]"],
    [formatShareAtBar(0.9, { low: 0.8255, high: 0.95 }, 0.825), "90.0 % [82.5, 95.0]"],
    [formatShareAtBar(0.9, null, 0.8), "90 %"],
    [formatEnd(0.7996, "low", 1), "79.9 %"],
    [formatEnd(0.7991, "high", 1), "80.0 %"],
    [formatBar(0.8), "80 %"],
    [formatBar(0.825), "82.5 %"],
    [formatCoefficient(0.814), "0.81"],
    [formatCoefficient(null), "–"],
  ])("shows %s as %s", (shown, text) => {
    expect(plain(shown)).toBe(text);
  });
});

describe("time", () => {
  it.each([
    [formatDuration(374), "374 ms"],
    [formatDuration(1234), "1.2 s"],
    [formatDuration(59_990), "1 min"],
    [formatDuration(130_000), "2 min 10 s"],
    [formatDuration(7_800_000), "2 h 10 min"],
    [formatDuration(273_600_000), "3 d 4 h"],
    [formatDuration(null), "–"],
    [formatDateTime("2026-11-21T20:01:40.000Z"), "2026-11-21 20:01 UTC"],
    [formatDateTime("2026-11-21T23:30:00-02:00"), "2026-11-22 01:30 UTC"],
    [formatDateTime(null), "–"],
    [formatDateTime("not a date"), "–"],
    [formatDate("2026-11-21T20:01:40.000Z"), "2026-11-21"],
    [formatDate(null), "–"],
  ])("shows %s as %s", (shown, text) => {
    expect(plain(shown)).toBe(text);
  });
});

describe("ids", () => {
  it("keeps both ends of a long id and all of a short one", () => {
    expect(truncateMiddle("0af7651916cd43dd8448eb211c80319c")).toBe("0af765…80319c");
    expect(truncateMiddle("call-7")).toBe("call-7");
    expect(truncateMiddle("😀😀😀😀😀", 1)).toBe("😀…😀");
  });
});
