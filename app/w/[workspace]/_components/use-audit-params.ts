"use client";

import { debounce, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo, useTransition } from "react";
import { SHARE_UNITS } from "@/lib/overview/units";
import {
  ASSUMPTION_NAMES,
  type FullAssumptions,
  overlayAssumptions,
  SaidAssumptions,
} from "@/lib/savings/assumptions";
import { useLastWrite } from "./use-last-write";

const ASSUMED = Object.fromEntries(ASSUMPTION_NAMES.map((name) => [name, parseAsString])) as {
  [Name in keyof FullAssumptions]: typeof parseAsString;
};
const UNIT = { unit: parseAsStringLiteral(SHARE_UNITS) };

/** What an assumption may be set to; null takes back what the address said. */
export type AssumptionChange = { [Name in keyof FullAssumptions]?: string | number | null };

/** The unit of the shares in the address; a change asks the server again. */
export function useUnit() {
  const [values, set] = useQueryStates(UNIT, { shallow: false, scroll: false });
  return { unit: values.unit, setUnit: (unit: (typeof SHARE_UNITS)[number]) => void set({ unit }) };
}

/**
 * The assumptions in the address, and those in use: what the address does not say is as the workspace
 * has it.
 *
 * @param ask whether the server is asked again when one changes; else the page computes by itself
 */
export function useAssumptions(defaults: FullAssumptions, ask: boolean) {
  const [pending, startTransition] = useTransition();
  const [values, set] = useQueryStates(ASSUMED, {
    shallow: !ask,
    scroll: false,
    ...(ask ? { startTransition } : {}),
  });
  const assumed = useMemo(
    () => overlayAssumptions(defaults, SaidAssumptions.parse(values)),
    [defaults, values],
  );
  const { remember, settled } = useLastWrite();
  const change = (next: AssumptionChange) =>
    remember(set(written(next), { limitUrlUpdates: debounce(ask ? 300 : 100) }));
  const reset = () => remember(set(null));
  const isChanged = Object.values(values).some((value) => value !== null);
  return { assumed, change, reset, isChanged, pending, settled };
}

const written = (next: AssumptionChange) =>
  Object.fromEntries(
    Object.entries(next).map(([name, value]) => [name, value === null ? null : String(value)]),
  );
