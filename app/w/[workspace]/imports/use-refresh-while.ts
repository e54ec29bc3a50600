import { useRouter } from "next/navigation";
import { useEffect } from "react";

const LOOK_AGAIN_MS = 1500;

/** Asks the server again while something is under way there. */
export function useRefreshWhile(running: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!running) return undefined;
    const timer = window.setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [running, router]);
}
