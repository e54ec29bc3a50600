"use client";

import { useSearchParams } from "next/navigation";
import { debounce, parseAsString, useQueryStates } from "nuqs";
import {
  type TransitionStartFunction,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

type Said<Name extends string> = Record<Name, string | null>;

/**
 * Texts in the address that are typed over, one quickly after the other. What was typed is written
 * again with every change until the address of the page as shown says it: the router puts an earlier
 * address back when it shows an earlier change late, and what was typed since would be lost.
 *
 * @param names the same ones each time
 * @param ask the transition in which the server is asked again; null tells the page alone
 * @param pauseMs how long nothing is typed before the address is written
 * @returns what is said, null where nothing is; `change` resolves once the address says it
 */
export function useTypedParams<Name extends string>(
  names: readonly Name[],
  { ask, pauseMs }: { ask: TransitionStartFunction | null; pauseMs: number },
) {
  const [values, set] = useQueryStates(
    useMemo(() => Object.fromEntries(names.map((name) => [name, parseAsString])), [names]),
    { shallow: ask === null, scroll: false, ...(ask === null ? {} : { startTransition: ask }) },
  );
  const { typed, latest, type, forget } = useTyped<Name>();
  const shown = useSearchParams();
  useEffect(() => {
    forget(typed, (name, value) => shown.get(name) === value);
  }, [shown, typed, forget]);
  const change = async (next: Partial<Said<Name>>) => {
    type(next);
    const written = await set(latest.current, { limitUrlUpdates: debounce(pauseMs) });
    // given up, as when the page is left for another address
    forget(next, (name, value) => written.get(name) !== value);
  };
  const said = useMemo(() => ({ ...values, ...typed }) as Said<Name>, [values, typed]);
  return { said, change };
}

/** What was typed and is not yet in the address of the page as shown. */
function useTyped<Name extends string>() {
  type Some = Partial<Said<Name>>;
  const [typed, setTyped] = useState<Some>({});
  const latest = useRef<Some>({});
  const keep = useCallback((next: Some) => {
    latest.current = next;
    setTyped(next);
  }, []);
  const type = useCallback((next: Some) => keep({ ...latest.current, ...next }), [keep]);
  const forget = useCallback(
    (some: Some, isOver: (name: Name, value: string | null) => boolean) => {
      const entries = Object.entries(latest.current) as [Name, string | null][];
      const left = entries.filter(([name, value]) => some[name] !== value || !isOver(name, value));
      if (left.length < entries.length) keep(Object.fromEntries(left) as Some);
    },
    [keep],
  );
  useEffect(() => {
    const forgetAll = () => keep({});
    window.addEventListener("popstate", forgetAll);
    return () => window.removeEventListener("popstate", forgetAll);
  }, [keep]);
  return { typed, latest, type, forget };
}
