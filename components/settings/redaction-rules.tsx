import { Switch } from "@/components/ui/switch";
import { listRules } from "@/lib/curation/redact/list-rules";

const FAMILY_NAMES = {
  secret: "Secrets",
  contact: "Contacts",
  payment: "Payment",
  "national id": "National ids",
  network: "Network addresses",
  own: "Own patterns",
} as const;

type Props = {
  off: ReadonlySet<string>;
  canEdit: boolean;
  onToggle: (id: string, isOn: boolean) => void;
};

/** The product's rules by family, each with what it catches, on or off. */
export function RedactionRules({ off, canEdit, onToggle }: Props) {
  return listRules().map(({ family, rules }) => (
    <fieldset key={family} disabled={!canEdit} className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-medium">{FAMILY_NAMES[family]}</legend>
      {rules.map(({ id, catches }) => (
        <Switch
          key={id}
          label={<code>{id}</code>}
          hint={catches}
          checked={!off.has(id)}
          disabled={!canEdit}
          onChange={(isOn) => onToggle(id, isOn)}
        />
      ))}
    </fieldset>
  ));
}
