import { z } from "zod";
import { parseCursor, writeCursor } from "@/lib/paging/cursor";
import type { Cursor } from "@/lib/paging/keyset";
import { ok, refused, type Result } from "@/lib/result";
import { DEED_KINDS, type DeedKind } from "./deed-kinds";

export type AuditFilter = {
  /** As the log names them; null is anybody. */
  actor: string | null;
  kind: DeedKind | null;
  /** UTC days, both included; null is open. */
  from: string | null;
  until: string | null;
};

export type AuditQuery = AuditFilter & { cursor: Cursor | null };

const KINDS = DEED_KINDS.map(({ id }) => id) as [DeedKind, ...DeedKind[]];
const day = (name: string) =>
  z.iso
    .date({ error: `${name} is a day such as 2026-11-21` })
    .nullish()
    .transform((value) => value ?? null);

/** The parameters of the log, in an address; what is empty asks for nothing. */
const AuditParams = z.preprocess(
  (params) => Object.fromEntries(Object.entries(params ?? {}).filter(([, value]) => value !== "")),
  z.object({
    actor: z.string().max(200, "actor is too long").nullish(),
    kind: z.enum(KINDS, { error: `kind is one of ${KINDS.join(", ")}` }).nullish(),
    from: day("from"),
    until: day("until"),
    cursor: z.string().max(500, "cursor is too long").nullish(),
  }),
);

const ORDER = { sort: "at", direction: "desc" } as const;

/** Reads the parameters of the log, or says which one is wrong and what it may be. */
export function parseAuditQuery(params: Readonly<Record<string, unknown>>): Result<AuditQuery> {
  const parsed = AuditParams.safeParse(params);
  if (!parsed.success) {
    return refused("invalid", parsed.error.issues.map((issue) => `${issue.message}.`).join(" "));
  }
  const { actor = null, kind = null, from, until, cursor: written } = parsed.data;
  if (from !== null && until !== null && from > until) {
    return refused("invalid", `The first day, ${from}, is after the last, ${until}.`);
  }
  const read = written ? parseCursor(written, ORDER, "time") : null;
  if (read && !read.ok) return read;
  return ok({ actor, kind, from, until, cursor: read?.value ?? null });
}

/** The cursor of the log as text; null stays null. */
export const writeAuditCursor = (cursor: Cursor | null): string | null =>
  cursor && writeCursor(cursor, ORDER);
