import { NameList } from "@/components/scope/name-list";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { formatCounted } from "@/lib/display/count";
import { formatMoney } from "@/lib/display/money";
import type { Scope } from "@/lib/scope/scope";
import type { ScopeChoices } from "@/lib/scope/scope-choices";

type Agents = Pick<Scope, "agents" | "withoutAgents">;

const MODES = [
  { value: "without", label: "All agents but those marked" },
  { value: "only", label: "Only the agents marked" },
] as const;
type Mode = (typeof MODES)[number]["value"];

const someOf = (names: string[]) => (names.length === 0 ? null : names);

/** Agents in or out. A simulated customer is suggested to be left out, and never left out by itself. */
export function AgentFields(props: {
  value: Agents;
  /** Whether the marked ones are those that are looked at, or those that are not. */
  mode: Mode;
  choices: Pick<ScopeChoices, "agents" | "withoutAgent">;
  onChange: (agents: Agents, mode: Mode) => void;
}) {
  const { value, mode, choices, onChange } = props;
  const chosen = (mode === "only" ? value.agents : value.withoutAgents) ?? [];
  const set = (names: string[], as: Mode) =>
    onChange(
      as === "only"
        ? { agents: someOf(names), withoutAgents: null }
        : { agents: null, withoutAgents: someOf(names) },
      as,
    );
  const suggested = choices.agents.filter(
    ({ name, simulated }) => simulated && !chosen.includes(name),
  );
  if (choices.agents.length === 0 && chosen.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <Select
        label="Agents in or out"
        value={mode}
        options={MODES}
        onChange={(next) => set([...chosen], next)}
        className="w-full"
      />
      <NameList
        legend={mode === "only" ? "Agents looked at" : "Agents left out"}
        hint={hintOf(choices.withoutAgent, mode)}
        choices={choices.agents.map(({ name, calls, spendUsd, simulated }) => ({
          value: name,
          label: name,
          detail: `${formatCounted(calls, "call")}, ${formatMoney(spendUsd)}`,
          ...(simulated ? { note: "named like a simulated customer, who is no agent" } : {}),
        }))}
        chosen={chosen}
        onChange={(names) => set(names, mode)}
      />
      {mode === "without" && suggested.length > 0 ? (
        <Button
          size="sm"
          className="w-fit"
          onClick={() => set([...chosen, ...suggested.map(({ name }) => name)], mode)}
        >
          Leave out {suggested.map(({ name }) => name).join(", ")}
        </Button>
      ) : null}
    </div>
  );
}

function hintOf(withoutAgent: number, mode: Mode): string {
  const marked = mode === "only" ? "None marked: all are looked at." : "None marked: all are in.";
  if (withoutAgent === 0) return marked;
  const where = mode === "only" ? "out as soon as one is marked" : "in";
  return `${marked} ${formatCounted(withoutAgent, "call")} without an agent ${withoutAgent === 1 ? "is" : "are"} ${where}.`;
}
