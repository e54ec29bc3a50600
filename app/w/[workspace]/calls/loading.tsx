import { CallsSkeletonScreen } from "./calls-skeleton-screen";

export default function CallsLoading() {
  return <CallsSkeletonScreen />;
}
