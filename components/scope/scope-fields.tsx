import { useState } from "react";
import { AgentFields } from "@/components/scope/agent-fields";
import { NameList } from "@/components/scope/name-list";
import { WindowFields } from "@/components/scope/window-fields";
import { RadioGroup } from "@/components/ui/radio-group";
import { formatCounted } from "@/lib/display/count";
import type { Scope } from "@/lib/scope/scope";
import type { ScopeChoices } from "@/lib/scope/scope-choices";

/** Every side of a scope, with what is there to choose from. */
export function ScopeFields(props: {
  value: Scope;
  choices: ScopeChoices;
  onChange: (scope: Scope) => void;
}) {
  const { value, choices } = props;
  const [mode, setMode] = useState<"only" | "without">(value.agents ? "only" : "without");
  const set = (change: Partial<Scope>) => props.onChange({ ...value, ...change });
  return (
    <div className="flex flex-col gap-5">
      <WindowFields value={value} choices={choices} onChange={set} />
      {choices.environments.length > 0 || value.environments ? (
        <NameList
          legend="Environments"
          hint={environmentHint(choices.withoutEnvironment)}
          choices={choices.environments.map(({ name, calls }) => ({
            value: name,
            label: name,
            detail: formatCounted(calls, "call"),
          }))}
          chosen={value.environments ?? []}
          onChange={(names) => set({ environments: names.length === 0 ? null : names })}
        />
      ) : null}
      <AgentFields
        value={value}
        mode={mode}
        choices={choices}
        onChange={(agents, next) => {
          setMode(next);
          set(agents);
        }}
      />
      <TalkField value={value} choices={choices} onChange={set} />
      <NameList
        legend="Clusters"
        hint="None marked: all clusters are looked at."
        choices={choices.clusters.map(({ id, name, calls }) => ({
          value: id,
          label: name,
          detail: formatCounted(calls, "call"),
        }))}
        chosen={value.clusters ?? []}
        onChange={(ids) => set({ clusters: ids.length === 0 ? null : ids })}
      />
    </div>
  );
}

function TalkField(props: {
  value: Scope;
  choices: Pick<ScopeChoices, "humanFacing">;
  onChange: (change: Pick<Scope, "humanFacing">) => void;
}) {
  const { yes, no, unknown } = props.choices.humanFacing;
  return (
    <div className="flex flex-col gap-1">
      <RadioGroup
        label="Human-facing calls"
        value={props.value.humanFacing}
        onChange={(humanFacing) => props.onChange({ humanFacing })}
        options={[
          { value: "with", label: "Among the others" },
          {
            value: "without",
            label: "Apart: leave them out",
            hint: "Calls of which nobody knows stay in, and are counted beside.",
          },
          { value: "only", label: "Alone" },
        ]}
      />
      <p className="text-xs text-muted">
        {formatCounted(yes, "call")} to a person, {formatCounted(no, "call")} not,{" "}
        {formatCounted(unknown, "call")} of which nobody says. People can say it in Settings,
        Agents.
      </p>
    </div>
  );
}

const environmentHint = (without: number): string =>
  without === 0
    ? "None marked: all are looked at."
    : `None marked: all are looked at. ${formatCounted(without, "call")} without an environment ${without === 1 ? "is" : "are"} out as soon as one is marked.`;
