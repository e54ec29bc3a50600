import { AuditSkeletonScreen } from "./audit-skeleton-screen";

export default function AuditLoading() {
  return <AuditSkeletonScreen />;
}
