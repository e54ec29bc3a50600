"use client";

import { Select } from "@/components/ui/select";
import { SHARE_UNITS } from "@/lib/overview/units";
import { useUnit } from "./use-audit-params";

/** What a share counts: spend, calls, tokens, or each call type once. In the address. */
export function UnitSwitch(props: { unit: (typeof SHARE_UNITS)[number] }) {
  const { setUnit } = useUnit();
  return (
    <Select
      size="sm"
      label="Unit of the share"
      value={props.unit}
      options={SHARE_UNITS.map((unit) => ({ value: unit, label: `share of ${unit}` }))}
      onChange={setUnit}
    />
  );
}
