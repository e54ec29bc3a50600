import { Input } from "@/components/ui/input";

/** One end of a range of days. */
export function DayField(props: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
}) {
  return (
    <label className="flex items-center gap-1.5 text-sm text-muted">
      {props.label}
      <Input
        type="date"
        value={props.value ?? ""}
        onChange={(event) => props.onChange(event.target.value || null)}
        className="h-7 w-36"
      />
    </label>
  );
}
