"use client";

import { debounce, parseAsFloat, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SHARE_UNITS } from "@/lib/overview/units";

const PARAMS = {
  unit: parseAsStringLiteral(SHARE_UNITS),
  candidate: parseAsString,
  escalation: parseAsFloat,
  share: parseAsFloat.withDefault(100),
  cache: parseAsStringLiteral(["cold", "warm"]).withDefault("cold"),
};

/** What the address says of the view; a change asks the server again. */
export function useAuditParams() {
  const [pending, startTransition] = useTransition();
  const [values, set] = useQueryStates(PARAMS, {
    shallow: false,
    scroll: false,
    startTransition,
  });
  /** For a number that is being typed: the server is asked when the typing rests. */
  const setTyped: typeof set = (next) => set(next, { limitUrlUpdates: debounce(300) });
  return { values, set, setTyped, pending };
}
