import { Input } from "@/components/ui/input";

/** A percentage inside a sentence, to write over. Empty is null. */
export function SentenceNumber(props: {
  label: string;
  value: number | null;
  placeholder?: string;
  onChange: (value: number | null) => void;
}) {
  return (
    <span className="inline-flex items-baseline gap-1 whitespace-nowrap">
      <Input
        type="number"
        inputMode="decimal"
        min={0}
        max={100}
        step="any"
        aria-label={`${props.label}, per cent`}
        placeholder={props.placeholder}
        value={props.value ?? ""}
        onChange={({ target }) => {
          const typed = target.value === "" ? null : Number(target.value);
          if (typed === null || (typed >= 0 && typed <= 100)) props.onChange(typed);
        }}
        className="h-7 w-16 px-1.5 text-right [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none"
      />
      %
    </span>
  );
}
