import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { formatCounted } from "@/lib/display/count";

export type Change = "wording" | "meaning";

const CHANGES: { value: Change; label: string }[] = [
  { value: "wording", label: "wording only: earlier labels still count" },
  { value: "meaning", label: "meaning: earlier labels no longer count" },
];

/** What is being saved, what it does to the labels that there are, and the button. */
export function SaveCodebook(props: {
  version: number;
  /** Labels use the version: saving makes a new one. */
  frozen: boolean;
  /** Labels that a change of meaning sets aside. */
  setAside: number;
  change: Change | null;
  note: string;
  onChange: (over: { change?: Change; note?: string }) => void;
  canSave: boolean;
  saving: boolean;
  problem: string | null;
}) {
  const { version, frozen, change } = props;
  const asks = frozen || version > 1;
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      {asks ? (
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <Field label="What changes" hint={`Against version ${frozen ? version : version - 1}`}>
            <Select<Change | null>
              options={CHANGES}
              value={change}
              placeholder="Wording or meaning?"
              onChange={(value) => (value ? props.onChange({ change: value }) : undefined)}
            />
          </Field>
          <Field label="Why">
            <Input
              value={props.note}
              onChange={(event) => props.onChange({ note: event.currentTarget.value })}
            />
          </Field>
        </div>
      ) : null}
      {asks && change === "meaning" ? (
        <Alert tone="warn" title={`${formatCounted(props.setAside, "label")} will be set aside`}>
          They stay stored with their version and no longer count in any share. Draws that run keep
          asking by their own codebook; make a new draw to ask by this one.
        </Alert>
      ) : null}
      {props.problem === null ? null : (
        <Alert tone="error" title="It was not saved">
          {props.problem}
        </Alert>
      )}
      <Button
        type="submit"
        variant="primary"
        className="w-fit"
        loading={props.saving}
        disabled={!props.canSave}
      >
        {frozen ? `Save as version ${version + 1}` : `Save version ${version}`}
      </Button>
    </div>
  );
}
