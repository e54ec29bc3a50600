"use client";

import { useState } from "react";
import { cn } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";

/**
 * A number inside a sentence, to write over or to move with the arrow keys. What is half typed stays
 * as typed; when the field is left empty or wrong, the number in use comes back.
 */
export function InlineNumber(props: {
  label: string;
  value: number | null;
  /** Shown when there is no number. */
  placeholder?: string;
  unit?: string;
  /** Before the number: "$". */
  before?: string;
  min?: number;
  /** The least, itself not allowed. */
  above?: number;
  max?: number;
  step?: number;
  wide?: boolean;
  /** Null when the field is emptied. */
  onChange: (value: number | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const { min = 0, max = 1e9, above, step = 1 } = props;
  const allowed = (value: number) =>
    Number.isFinite(value) &&
    value >= min &&
    value <= max &&
    (above === undefined || value > above);
  const write = (text: string) => {
    setTyped(text);
    if (text === "") props.onChange(null);
    else if (allowed(Number(text))) props.onChange(Number(text));
  };
  return (
    <span className="inline-flex items-baseline gap-1 whitespace-nowrap">
      {props.before}
      <Input
        type="number"
        inputMode="decimal"
        min={min}
        max={max}
        step={step}
        aria-label={props.label}
        autoComplete="off"
        placeholder={props.placeholder}
        value={typed ?? props.value ?? ""}
        onChange={({ target }) => write(target.value)}
        onBlur={() => setTyped(null)}
        className={cn(
          "h-7 px-1.5 text-right [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none",
          props.wide ? "w-20" : "w-14",
        )}
      />
      {props.unit}
    </span>
  );
}
