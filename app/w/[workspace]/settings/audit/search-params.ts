import { createSerializer, parseAsString } from "nuqs/server";

/** The state of the log, all of it in the address. */
export const auditSearchParams = {
  actor: parseAsString,
  kind: parseAsString,
  from: parseAsString,
  until: parseAsString,
  cursor: parseAsString,
};

export const writeAuditParams = createSerializer(auditSearchParams);
