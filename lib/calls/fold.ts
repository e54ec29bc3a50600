import type { CallRecord } from "@/lib/calls/call";
import { sameJson } from "@/lib/calls/canonical";

export type Folded = {
  call: CallRecord;
  /** Beside `a`: nothing new, fields filled, or a field that contradicts it (then `a` stays whole). */
  changed: "nothing" | "completed" | "conflicting";
};

/**
 * Puts a second view of one call beside the first. Field by field: null is filled, equal stays,
 * different is a conflict. For views that do not contradict each other the result is the same in
 * any order and under any repetition.
 */
export function foldCall(a: CallRecord, b: CallRecord): Folded {
  const keys = Object.keys(b) as (keyof CallRecord)[];
  const filled: Partial<Record<keyof CallRecord, unknown>> = {};
  for (const key of keys) {
    const [old, fresh] = [a[key], b[key]];
    if (fresh === null || fresh === undefined) continue;
    if (old === null || old === undefined) filled[key] = fresh;
    else if (!sameJson(old, fresh)) return { call: a, changed: "conflicting" };
  }
  if (Object.keys(filled).length === 0) return { call: a, changed: "nothing" };
  return { call: { ...a, ...filled } as CallRecord, changed: "completed" };
}
