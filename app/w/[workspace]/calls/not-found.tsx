import { NoCallScreen } from "./no-call-screen";

export default function CallNotFound() {
  return <NoCallScreen />;
}
