import { NoTraceScreen } from "./no-trace-screen";

export default function TraceNotFound() {
  return <NoTraceScreen />;
}
