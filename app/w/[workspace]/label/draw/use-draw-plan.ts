import { debounce, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { useLastWrite } from "@/app/w/[workspace]/_components/use-last-write";
import { PLAN_FIELDS, type PlanField, type PlanFields } from "@/lib/labelling/plan-fields";

const PARAMS = Object.fromEntries(PLAN_FIELDS.map((name) => [name, parseAsString])) as Record<
  PlanField,
  typeof parseAsString
>;

/** The fields of the planner in the address; what it does not say is as by default. */
export function useDrawPlan(defaults: PlanFields) {
  const [values, set] = useQueryStates(PARAMS, { scroll: false });
  const fields = useMemo(
    () =>
      Object.fromEntries(
        PLAN_FIELDS.map((name) => [name, values[name] ?? defaults[name]]),
      ) as PlanFields,
    [values, defaults],
  );
  const { remember, settled } = useLastWrite();
  const change = (name: PlanField, value: string) =>
    remember(
      set({ [name]: value === defaults[name] ? null : value }, { limitUrlUpdates: debounce(200) }),
    );
  return { fields, change, settled };
}
