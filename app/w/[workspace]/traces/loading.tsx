import { TracesSkeletonScreen } from "./traces-skeleton-screen";

export default function TracesLoading() {
  return <TracesSkeletonScreen />;
}
