import { z } from "zod";
import { ok, refused, type Result } from "@/lib/result";

const DrawNumber = z.coerce.number().int().min(1).max(2_147_483_647).nullable();

/** Reads `?draw=`: a draw's number; null (the newest) when it is not given. */
export function parseDrawNumber(given: unknown): Result<number | null> {
  const parsed = DrawNumber.safeParse(given ?? null);
  return parsed.success
    ? ok(parsed.data)
    : refused("invalid", "draw is the number of a draw: 1, 2, 3, …");
}
