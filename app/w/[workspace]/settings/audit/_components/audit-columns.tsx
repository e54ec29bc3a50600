import { Link } from "@/components/ui/link";
import type { DataColumn } from "@/components/data-table/data-column";
import { ForeignText } from "@/components/ui/foreign-text";
import type { AuditEntry } from "@/lib/audit/audit-entry";
import { DASH } from "@/lib/display/dash";
import { formatDateTime } from "@/lib/display/time";

export const auditCrumbs = (base: string) => [
  { label: "Settings", href: `${base}/settings` },
  { label: "Audit log" },
];

/** The columns of the log; what was done leads to what it was done to, where that still exists. */
export const auditColumns = (base: string): readonly DataColumn<AuditEntry>[] => [
  { id: "at", header: "when", cell: (entry) => formatDateTime(entry.at) },
  { id: "who", header: "who", maxWidth: "14rem", cell: (entry) => entry.who ?? DASH },
  {
    id: "deed",
    header: "did",
    maxWidth: "32rem",
    cell: (entry) =>
      entry.path === null ? (
        <ForeignText text={entry.says} />
      ) : (
        <Link href={`${base}${entry.path}`} prefetch={false} className="hover:underline">
          <ForeignText text={entry.says} />
        </Link>
      ),
  },
  {
    id: "detail",
    header: "detail",
    maxWidth: "40rem",
    cell: (entry) =>
      entry.rest === "" ? (
        DASH
      ) : (
        <span title={entry.rest}>
          <ForeignText text={entry.rest} />
        </span>
      ),
  },
];
