"use client";

import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { SHARE_UNITS } from "@/lib/overview/units";
import {
  ASSUMPTION_NAMES,
  type FullAssumptions,
  overlayAssumptions,
  SaidAssumptions,
} from "@/lib/savings/assumptions";
import { useLastWrite } from "./use-last-write";
import { useTypedParams } from "./use-typed-params";

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
  const { said, change: write } = useTypedParams(ASSUMPTION_NAMES, {
    ask,
    pauseMs: ask ? 300 : 100,
  });
  const assumed = useMemo(
    () => overlayAssumptions(defaults, SaidAssumptions.parse(said)),
    [defaults, said],
  );
  const { remember, settled } = useLastWrite();
  const change = (next: AssumptionChange) => remember(write(written(next)));
  const reset = () => remember(write(NOTHING_SAID));
  const isChanged = Object.values(said).some((value) => value !== null);
  return { assumed, change, reset, isChanged, settled };
}

const NOTHING_SAID = Object.fromEntries(ASSUMPTION_NAMES.map((name) => [name, null]));

const written = (next: AssumptionChange) =>
  Object.fromEntries(
    Object.entries(next).map(([name, value]) => [name, value === null ? null : String(value)]),
  );
