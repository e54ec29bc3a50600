import { TraceSkeletonScreen } from "./trace-skeleton-screen";

export default function TraceLoading() {
  return <TraceSkeletonScreen />;
}
