import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const PRICES = [
  { name: "inputUsd", label: "Input", optional: false },
  { name: "cachedInputUsd", label: "Cache read", optional: true },
  { name: "cacheWriteUsd", label: "Cache write", optional: true },
  { name: "outputUsd", label: "Output", optional: false },
] as const;

/** Gives an own price. What is left empty costs what input does, or holds for all. */
export function PriceForm(props: {
  action: (form: FormData) => void;
  pending: boolean;
  problem: string | null;
  /** Models of today without a price, to be offered. */
  unpriced: readonly { model: string }[];
}) {
  return (
    <form action={props.action} className="flex max-w-4xl flex-col gap-3">
      {props.problem ? <Alert tone="error">{props.problem}</Alert> : null}
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="Model" name="model" hint="As your traces name it.">
          <Input
            required
            maxLength={200}
            list="unpriced-models"
            placeholder="gpt-5.5"
            autoComplete="off"
          />
        </Field>
        <Field label="Provider" name="provider" optional hint="Empty: whoever serves it.">
          <Input maxLength={200} placeholder="azure" autoComplete="off" />
        </Field>
        <Field label="Holds from" name="validFrom" optional hint="A day, UTC. Empty: from ever.">
          <Input type="date" />
        </Field>
      </div>
      <datalist id="unpriced-models">
        {props.unpriced.map(({ model }) => (
          <option key={model} value={model}>
            {model}
          </option>
        ))}
      </datalist>
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 text-sm text-muted">USD per million tokens</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {PRICES.map(({ name, label, optional }) => (
            <Field key={name} label={label} name={name} optional={optional}>
              <Input
                type="number"
                required={!optional}
                min={0}
                max={1_000_000}
                step="any"
                placeholder={optional ? "as input" : "2.50"}
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <Field label="Note" name="note" optional>
        <Input maxLength={200} placeholder="contract of May, batch discount" autoComplete="off" />
      </Field>
      <div>
        <Button type="submit" loading={props.pending}>
          Add the price
        </Button>
      </div>
    </form>
  );
}
