import type { KeyedDigest } from "@/lib/ids";

/**
 * A call's permanent random number in a draw: HMAC(seed, call id) as a fraction in [0, 1).
 * `phase` keeps apart the number that thins a trace, the one that selects, and the one that asks for
 * a second label: with a single number the survivors of long traces would have smaller ones, and be
 * drawn too often.
 *
 * @param digest a digest of plain parts; the same seed and id give the same number anywhere.
 */
export function randomNumber(
  digest: KeyedDigest,
  seed: string,
  phase: "thin" | "select" | "second",
  callId: string,
): number {
  const hex = digest("draw", seed, phase, callId).replaceAll("-", "");
  return Number.parseInt(hex.slice(0, 13), 16) / 2 ** 52;
}
