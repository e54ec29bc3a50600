import { useMemo } from "react";
import { useLastWrite } from "@/app/w/[workspace]/_components/use-last-write";
import { useTypedParams } from "@/app/w/[workspace]/_components/use-typed-params";
import { PLAN_FIELDS, type PlanField, type PlanFields } from "@/lib/labelling/plan-fields";

/** The fields of the planner in the address; what it does not say is as by default. */
export function useDrawPlan(defaults: PlanFields) {
  const { said, change: write } = useTypedParams(PLAN_FIELDS, { ask: false, pauseMs: 200 });
  const fields = useMemo(
    () =>
      Object.fromEntries(
        PLAN_FIELDS.map((name) => [name, said[name] ?? defaults[name]]),
      ) as PlanFields,
    [said, defaults],
  );
  const { remember, settled } = useLastWrite();
  const change = (name: PlanField, value: string) =>
    remember(write({ [name]: value === defaults[name] ? null : value }));
  return { fields, change, settled };
}
