import { z } from "zod";

/** A row of the audit log as it leaves the house, in CSV and JSON. */
export const AuditRow = z.strictObject({
  id: z.string(),
  /** ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** A user id, `key:<api key id>`, or `system`. */
  actor: z.string(),
  /** The name of the person or of the key; null when it is gone. */
  actor_name: z.string().nullable(),
  /** `noun.verb` */
  action: z.string(),
  /** The id of what it was done to. */
  subject: z.string(),
  /** The deed in words. */
  says: z.string(),
  /** What was noted of it, as JSON. */
  detail: z.string(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** The columns of the CSV, in their order. */
export const AUDIT_COLUMNS = Object.keys(AuditRow.shape) as (keyof AuditRow)[];
