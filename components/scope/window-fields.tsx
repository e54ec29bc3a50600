import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { formatCounted } from "@/lib/display/count";
import type { Scope } from "@/lib/scope/scope";
import type { ScopeChoices } from "@/lib/scope/scope-choices";

type Window = Pick<Scope, "from" | "to">;

const DAY_MS = 86_400_000;
const PRESETS = [7, 30, 90];

/** The days that are looked at; the presets count back from the last day of the data. */
export function WindowFields(props: {
  value: Window;
  choices: Pick<ScopeChoices, "firstDay" | "lastDay" | "undatedCalls">;
  onChange: (window: Window) => void;
}) {
  const { value, choices, onChange } = props;
  const { lastDay, undatedCalls } = choices;
  const isTurned = value.from !== null && value.to !== null && value.from > value.to;
  const lastDays = (days: number, last: string): Window => ({
    from: new Date(Date.parse(last) - (days - 1) * DAY_MS).toISOString().slice(0, 10),
    to: last,
  });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-sm font-medium">Days, UTC, both included</legend>
      <div className="grid grid-cols-2 gap-3">
        {(["from", "to"] as const).map((end) => (
          <Field
            key={end}
            label={end === "from" ? "From" : "To"}
            name={end}
            error={isTurned && end === "to" ? "The last day lies before the first" : null}
          >
            <Input
              type="date"
              min="1970-01-01"
              value={value[end] ?? ""}
              onChange={(event) => onChange({ ...value, [end]: event.target.value || null })}
            />
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap gap-1.5">
        {lastDay === null
          ? null
          : PRESETS.map((days) => (
              <Button key={days} size="sm" onClick={() => onChange(lastDays(days, lastDay))}>
                Last {days} days
              </Button>
            ))}
        <Button size="sm" onClick={() => onChange({ from: null, to: null })}>
          All days
        </Button>
      </div>
      <p className="text-xs text-muted">
        {lastDay === null
          ? "No call says when it was made."
          : `The calls are of ${choices.firstDay} to ${lastDay}; the last days count back from there.`}
        {undatedCalls > 0 && lastDay !== null
          ? ` ${formatCounted(undatedCalls, "call")} without a time ${undatedCalls === 1 ? "lies" : "lie"} in no window.`
          : ""}
      </p>
    </fieldset>
  );
}
