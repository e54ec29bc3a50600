import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { boundPattern } from "@/lib/curation/redact/safe-pattern";

export type OwnPatternDraft = { name: string; pattern: string; flags: "" | "i" };

type Props = {
  patterns: readonly OwnPatternDraft[];
  canEdit: boolean;
  onChange: (patterns: readonly OwnPatternDraft[]) => void;
};

/** Patterns of the workspace's own; each says at once whether it can be run in bounded time. */
export function OwnPatterns({ patterns, canEdit, onChange }: Props) {
  const change = (index: number, part: Partial<OwnPatternDraft>) =>
    onChange(patterns.map((one, i) => (i === index ? { ...one, ...part } : one)));
  return (
    <fieldset disabled={!canEdit} className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">Own patterns</legend>
      {patterns.map((one, index) => (
        // drafts have no id of their own, and are only added at the end
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="grid items-start gap-3 sm:grid-cols-[12rem_1fr_auto_auto]">
          <Field label="Name" hint="As in [name:k7q2m9xw]">
            <Input
              value={one.name}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
          </Field>
          <Field label="Pattern" error={problemOf(one)}>
            <Input
              value={one.pattern}
              className="font-mono"
              spellCheck={false}
              onChange={(event) => change(index, { pattern: event.currentTarget.value })}
            />
          </Field>
          <Checkbox
            label="Any case"
            className="sm:mt-7"
            checked={one.flags === "i"}
            onChange={(isAny) => change(index, { flags: isAny ? "i" : "" })}
          />
          <Button
            variant="ghost"
            className="w-fit sm:mt-6"
            onClick={() => onChange(patterns.filter((_, i) => i !== index))}
          >
            Remove
          </Button>
        </div>
      ))}
      {canEdit && patterns.length < 20 ? (
        <Button
          className="w-fit"
          onClick={() => onChange([...patterns, { name: "", pattern: "", flags: "" }])}
        >
          Add a pattern
        </Button>
      ) : null}
    </fieldset>
  );
}

/** What is wrong with a pattern that has been written; null while there is none. */
function problemOf({ pattern, flags }: OwnPatternDraft): string | null {
  if (pattern === "") return null;
  const bounded = boundPattern(pattern, flags);
  return bounded.ok ? null : bounded.why;
}
