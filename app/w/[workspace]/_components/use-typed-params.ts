"use client";

import { debounce, parseAsString, useQueryStates } from "nuqs";
import { useEffect, useMemo, useRef, useState, useTransition } from "react";

type Said<Name extends string> = Record<Name, string | null>;

/**
 * Texts in the address that are typed over, one quickly after the other. The router puts an earlier
 * address back when it shows an earlier change late, and what is written next starts from that: so
 * what was typed is kept, and written again with every change, until all of it is shown.
 *
 * @param names the same list each time
 * @param ask whether the server is asked again; else the page is told alone
 * @param pauseMs how long nothing is typed before the address is written
 * @returns what is said, null where nothing is; `change` resolves once all that was typed until then
 *   was written to the address
 */
export function useTypedParams<Name extends string>(
  names: readonly Name[],
  { ask, pauseMs }: { ask: boolean; pauseMs: number },
) {
  const [pending, startTransition] = useTransition();
  const [values, set] = useQueryStates(
    useMemo(() => Object.fromEntries(names.map((name) => [name, parseAsString])), [names]),
    { shallow: !ask, scroll: false, startTransition },
  );
  const [typed, setTyped] = useState<Partial<Said<Name>>>({});
  const latest = useRef(typed);
  const [writes, setWrites] = useState(0);
  useEffect(() => {
    if (pending || writes > 0 || Object.keys(latest.current).length === 0) return;
    latest.current = {};
    setTyped(latest.current);
  }, [pending, writes]);
  const change = async (next: Partial<Said<Name>>) => {
    latest.current = { ...latest.current, ...next };
    setTyped(latest.current);
    setWrites((count) => count + 1);
    try {
      // one by one: of several written together the answer tells of the first alone
      await Promise.all(
        Object.entries(latest.current).map(([name, value]) =>
          set({ [name]: value as string | null }, { limitUrlUpdates: debounce(pauseMs) }),
        ),
      );
    } finally {
      setWrites((count) => count - 1);
    }
  };
  // the same texts are the same object, though they moved from what is typed into the address
  const text = JSON.stringify({ ...values, ...typed });
  const said = useMemo(() => JSON.parse(text) as Said<Name>, [text]);
  return { said, change };
}
