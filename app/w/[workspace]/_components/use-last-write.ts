import { useCallback, useRef } from "react";

/**
 * Remembers the last write to the address. A server action waits for it: a write in the middle of an
 * action makes the router drop the action's answer, and a press right after typing would go unheard.
 */
export function useLastWrite() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const remember = useCallback((write: Promise<unknown>) => {
    last.current = write;
  }, []);
  /** Resolves once the address says all that was typed. */
  const settled = useCallback(() => last.current, []);
  return { remember, settled };
}
