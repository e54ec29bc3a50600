import { z } from "zod";
import { DeletionScope, RetentionDays } from "@/lib/deletion/deletion-scope";
import { ok, refused, type Result } from "@/lib/result";
import { daysBefore } from "./apply-retention";

const Older = z.object({ what: z.literal("older"), days: RetentionDays });
const Target = z.union([DeletionScope, Older]);

/** The scope that a screen means; days are counted back from now. */
export function toScope(target: unknown, now: Date): Result<DeletionScope> {
  const older = Older.safeParse(target);
  if (older.success) return ok({ what: "older", subject: daysBefore(now, older.data.days) });
  const parsed = Target.safeParse(target);
  if (parsed.success && "subject" in parsed.data) return ok(parsed.data);
  return refused("invalid", "Give what to delete: days from 1 to 3,650, or an id.");
}
