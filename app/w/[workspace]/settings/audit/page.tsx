import type { Metadata } from "next";
import { loadAudit } from "@/lib/server/audit/load-audit";
import { AuditScreen } from "./audit-screen";

export const metadata: Metadata = { title: "Audit log" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AuditPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const log = await loadAudit(workspace, await searchParams);
  return <AuditScreen base={`/w/${workspace}`} log={log} />;
}
