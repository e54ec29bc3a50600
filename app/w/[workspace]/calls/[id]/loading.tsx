import { CallSkeletonScreen } from "./call-skeleton-screen";

export default function CallLoading() {
  return <CallSkeletonScreen />;
}
